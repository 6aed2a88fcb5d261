use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{AccountId, DnsZone, DomainName, NamePattern, Page, Window},
    ports::store::{Slice, Snapshot},
};

/// Lists the actor's zones by name, without those that are deleted.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Debug)]
pub struct List {
    /// Which names.
    pub pattern: NamePattern,
    /// Which rows.
    pub window: Window,
}

impl Operation for List {
    type Answer = Page<DnsZone>;
    const NAME: Name = Name::DnsZoneList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DnsZonesListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<DnsZone>>, Failure> {
        let list = Owned { owner: cx.actor.id(), pattern: self.pattern.clone() };
        Ok(Done::new(Outcome::DnsZonesListed, cx.page(&list, self.window)?))
    }
}

/// The zones of an account.
#[derive(Hash)]
struct Owned {
    owner: AccountId,
    pattern: NamePattern,
}

impl Listing for Owned {
    type Row = DnsZone;
    type Key = DomainName;

    fn key(row: &DnsZone) -> DomainName {
        row.name.clone()
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<DomainName>) -> Result<Vec<DnsZone>, Fault> {
        store.dns_zones(self.owner, &self.pattern, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_dns_zones(self.owner, &self.pattern)
    }
}
