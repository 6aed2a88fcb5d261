use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{AccountId, Mailspace, MailspaceName, Page, Window},
    ports::store::{Slice, Snapshot},
};

/// Lists the mailspaces of the actor, by name.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Debug)]
pub struct List {
    /// Which rows.
    pub window: Window,
}

impl Operation for List {
    type Answer = Page<Mailspace>;
    const NAME: Name = Name::MailspaceList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::MailspacesListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<Mailspace>>, Failure> {
        let page = cx.page(&Listed(cx.actor.id()), self.window)?;
        Ok(Done::new(Outcome::MailspacesListed, page))
    }
}

/// The mailspaces of an account.
#[derive(Hash)]
struct Listed(AccountId);

impl Listing for Listed {
    type Row = Mailspace;
    type Key = MailspaceName;

    fn key(row: &Mailspace) -> MailspaceName {
        row.name.clone()
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<MailspaceName>) -> Result<Vec<Mailspace>, Fault> {
        store.mailspaces_of(self.0, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_mailspaces(self.0)
    }
}
