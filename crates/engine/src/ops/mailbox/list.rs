use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{MailboxName, MailspaceName, Page, PlacedMailbox, Window},
    ops::mailspace,
    ports::store::{MailboxFilter, Slice, Snapshot},
};

/// Lists the mailboxes of the actor or of one of its mailspaces, by name.
///
/// Changes, bills and notifies nothing. Checks whether there is such a mailspace, and its account, if one is named.
#[derive(Clone, Debug)]
pub struct List {
    /// Only those in this mailspace.
    pub mailspace: Option<MailspaceName>,
    /// Which rows.
    pub window: Window,
}

impl Operation for List {
    type Answer = Page<PlacedMailbox>;
    const NAME: Name = Name::MailboxList;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::MailboxesListed, Outcome::MailspaceUnknown, Outcome::MailspaceForeign];

    fn object(&self) -> &str {
        self.mailspace.as_ref().map_or("", MailspaceName::as_str)
    }
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<PlacedMailbox>>, Failure> {
        let filter = match &self.mailspace {
            Some(name) => MailboxFilter::Mailspace(mailspace::find_own(cx, name)?.id),
            None => MailboxFilter::Account(cx.actor.id()),
        };
        Ok(Done::new(Outcome::MailboxesListed, cx.page(&filter, self.window)?))
    }
}

impl Listing for MailboxFilter {
    type Row = PlacedMailbox;
    type Key = MailboxName;

    fn key(row: &PlacedMailbox) -> MailboxName {
        row.mailbox.name.clone()
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<MailboxName>) -> Result<Vec<PlacedMailbox>, Fault> {
        store.mailboxes(*self, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_mailboxes(*self)
    }
}
