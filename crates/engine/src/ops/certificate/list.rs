use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{AccountId, CertificateId, CertificateOrder, Page, Window},
    ports::store::{CertificateFilter, Slice, Snapshot},
};

/// Lists the certificates of the actor by the latest order of each, by age.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Debug)]
pub struct List {
    /// Which of them, and which end of the list is the first.
    pub filter: CertificateFilter,
    /// Which rows.
    pub window: Window,
}

impl Operation for List {
    type Answer = Page<CertificateOrder>;
    const NAME: Name = Name::CertificateList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::CertificatesListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<CertificateOrder>>, Failure> {
        let page = cx.page(&Listed(cx.actor.id(), self.filter.clone()), self.window)?;
        Ok(Done::new(Outcome::CertificatesListed, page))
    }
}

/// The certificates of an account.
#[derive(Hash)]
struct Listed(AccountId, CertificateFilter);

impl Listing for Listed {
    type Row = CertificateOrder;
    type Key = CertificateId;

    fn key(row: &CertificateOrder) -> CertificateId {
        row.certificate
    }

    fn slice(
        &self,
        store: &dyn Snapshot,
        slice: &Slice<CertificateId>,
    ) -> Result<Vec<CertificateOrder>, Fault> {
        store.certificates(self.0, &self.1, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_certificates(self.0, &self.1)
    }
}
