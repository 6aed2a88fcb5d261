use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{DomainName, Email, MailForwarding},
    ports::store::{Page, Window},
};

/// Lists the mail forwardings of the actor, by address and target.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Debug)]
pub struct List {
    /// Only those in this domain or DNS zone of the actor's.
    pub held_name: Option<DomainName>,
    /// Which piece of the list: after this address and target.
    pub window: Window<(Email, Email)>,
}

impl Operation for List {
    type Answer = Page<MailForwarding>;
    const NAME: Name = Name::MailForwardingList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::MailForwardingsListed];

    fn object(&self) -> &str {
        self.held_name.as_ref().map_or("", DomainName::as_str)
    }
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<MailForwarding>>, Failure> {
        let page = cx.store.mail_forwardings_of(cx.actor.id(), self.held_name.as_ref(), &self.window)?;
        Ok(Done::new(Outcome::MailForwardingsListed, page))
    }
}
