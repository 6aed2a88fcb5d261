use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{DomainName, Page, WebForwarding, Window},
    ports::store::{ForwardingFilter, Slice, Snapshot},
};

/// Lists the web forwardings of the actor, by source.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Debug)]
pub struct List {
    /// Only those in this domain or DNS zone of the actor's.
    pub held_name: Option<DomainName>,
    /// Which rows.
    pub window: Window,
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
        let filter = ForwardingFilter { account: cx.actor.id(), held_name: self.held_name.clone() };
        let page = cx.page(&Listed(filter), self.window)?;
        Ok(Done::new(Outcome::WebForwardingsListed, page))
    }
}

/// The web forwardings that fit.
#[derive(Hash)]
struct Listed(ForwardingFilter);

impl Listing for Listed {
    type Row = WebForwarding;
    type Key = DomainName;

    fn key(row: &WebForwarding) -> DomainName {
        row.source.clone()
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<DomainName>) -> Result<Vec<WebForwarding>, Fault> {
        store.web_forwardings(&self.0, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_web_forwardings(&self.0)
    }
}
