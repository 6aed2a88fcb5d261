use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{EntryId, Instant, NamePattern, Page, PaidRenewal, Window},
    ports::store::{RenewalFilter, Slice, Snapshot},
};

/// Lists what the actor paid to have its domains longer, by renewals and transfers, as far as it was not given back; the oldest
/// payment first.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Debug)]
pub struct Renewals {
    /// Paid at this moment or later.
    pub since: Instant,
    /// For domains whose names fit.
    pub pattern: NamePattern,
    /// Which part of the list.
    pub window: Window,
}

impl Operation for Renewals {
    type Answer = Page<PaidRenewal>;
    const NAME: Name = Name::DomainRenewals;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DomainsListed];
}

impl Query for Renewals {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<PaidRenewal>>, Failure> {
        let (account, since, pattern) = (cx.actor.id(), self.since, self.pattern.clone());
        let page = cx.page(&RenewalFilter { account, since, pattern }, self.window)?;
        Ok(Done::new(Outcome::DomainsListed, page))
    }
}

impl Listing for RenewalFilter {
    type Row = PaidRenewal;
    type Key = EntryId;

    fn key(row: &PaidRenewal) -> EntryId {
        row.entry
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<EntryId>) -> Result<Vec<PaidRenewal>, Fault> {
        store.renewals(self, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_renewals(self)
    }
}
