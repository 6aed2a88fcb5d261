use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{DomainName, Email, MailForwarding, Page, Window},
    ports::store::{ForwardingFilter, Slice, Snapshot},
};

/// Lists the mail forwardings of the actor, by address and target.
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
    type Answer = Page<MailForwarding>;
    const NAME: Name = Name::MailForwardingList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::MailForwardingsListed];

    fn object(&self) -> &str {
        self.held_name.as_ref().map_or("", DomainName::as_str)
    }
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<MailForwarding>>, Failure> {
        let filter = ForwardingFilter { account: cx.actor.id(), held_name: self.held_name.clone() };
        let page = cx.page(&Listed(filter), self.window)?;
        Ok(Done::new(Outcome::MailForwardingsListed, page))
    }
}

/// The mail forwardings that fit.
#[derive(Hash)]
struct Listed(ForwardingFilter);

impl Listing for Listed {
    type Row = MailForwarding;
    type Key = (Email, Email);

    fn key(row: &MailForwarding) -> (Email, Email) {
        (row.address.clone(), row.target.clone())
    }

    fn slice(
        &self,
        store: &dyn Snapshot,
        slice: &Slice<(Email, Email)>,
    ) -> Result<Vec<MailForwarding>, Fault> {
        store.mail_forwardings(&self.0, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_mail_forwardings(&self.0)
    }
}
