use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{DomainName, WebForwarding},
    ports::store::{Page, Window},
};

/// Lists the web forwardings of the actor, by source.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Debug)]
pub struct List {
    /// Only those in this domain or DNS zone of the actor's.
    pub held_name: Option<DomainName>,
    /// Which piece of the list.
    pub window: Window<DomainName>,
}

impl Operation for List {
    type Answer = Page<WebForwarding>;
    const NAME: Name = Name::WebForwardingList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::WebForwardingsListed];

    fn object(&self) -> &str {
        self.held_name.as_ref().map_or("", DomainName::as_str)
    }
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<WebForwarding>>, Failure> {
        let page = cx.store.web_forwardings_of(cx.actor.id(), self.held_name.as_ref(), &self.window)?;
        Ok(Done::new(Outcome::WebForwardingsListed, page))
    }
}
