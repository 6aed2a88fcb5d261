use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{Email, MailboxName, Page, PlacedMailAddress, Window},
    ops::mailbox,
    ports::store::{MailAddressFilter, Slice, Snapshot},
};

/// Lists the hosted addresses of the actor or of one of its mailboxes, in order.
///
/// Changes, bills and notifies nothing. Checks whether the account has such a mailbox, if one is named.
#[derive(Clone, Debug)]
pub struct List {
    /// Only those of this mailbox.
    pub mailbox: Option<MailboxName>,
    /// Which rows.
    pub window: Window,
}

impl Operation for List {
    type Answer = Page<PlacedMailAddress>;
    const NAME: Name = Name::MailAddressList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::MailAddressesListed, Outcome::MailboxUnknown];

    fn object(&self) -> &str {
        self.mailbox.as_ref().map_or("", MailboxName::as_str)
    }
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<PlacedMailAddress>>, Failure> {
        let filter = match &self.mailbox {
            Some(name) => MailAddressFilter::Mailbox(mailbox::find_own(cx, name)?.id),
            None => MailAddressFilter::Account(cx.actor.id()),
        };
        Ok(Done::new(Outcome::MailAddressesListed, cx.page(&filter, self.window)?))
    }
}

impl Listing for MailAddressFilter {
    type Row = PlacedMailAddress;
    type Key = Email;

    fn key(row: &PlacedMailAddress) -> Email {
        row.address.clone()
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<Email>) -> Result<Vec<PlacedMailAddress>, Fault> {
        store.mail_addresses(*self, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_mail_addresses(*self)
    }
}
