use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{AccountId, DomainName, Host, NamePattern, Page, Window},
    ports::store::{Slice, Snapshot},
};

/// Shows the hosts that the actor sponsors through a window, by name.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Debug)]
pub struct List {
    /// Which names.
    pub pattern: NamePattern,
    /// Which part of the list.
    pub window: Window,
}

impl Operation for List {
    type Answer = Page<Host>;
    const NAME: Name = Name::HostList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::HostsListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let list = Owned { owner: cx.actor.id(), pattern: self.pattern.clone() };
        Ok(Done::new(Outcome::HostsListed, cx.page(&list, self.window)?))
    }
}

/// The hosts of an account.
#[derive(Hash)]
struct Owned {
    owner: AccountId,
    pattern: NamePattern,
}

impl Listing for Owned {
    type Row = Host;
    type Key = DomainName;

    fn key(row: &Host) -> DomainName {
        row.name.clone()
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<DomainName>) -> Result<Vec<Host>, Fault> {
        store.owned_hosts(self.owner, &self.pattern, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_owned_hosts(self.owner, &self.pattern)
    }
}
