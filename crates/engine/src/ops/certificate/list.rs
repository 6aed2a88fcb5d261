use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading, model::CertificateOrder, ports::store::CertificateWindow,
};

/// Lists the certificates of the actor, the oldest first.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// Which of them.
    pub window: CertificateWindow,
}

/// A piece of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificatePage {
    /// The latest order of each certificate.
    pub orders: Vec<CertificateOrder>,
    /// How many certificates the account has in all.
    pub total: u32,
}

impl Operation for List {
    type Answer = CertificatePage;
    const NAME: Name = Name::CertificateList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::CertificatesListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<CertificatePage>, Failure> {
        let account = cx.actor.id();
        let orders = cx.store.certificates(account, self.window)?;
        let total = cx.store.count_certificates(account)?;
        Ok(Done::new(Outcome::CertificatesListed, CertificatePage { orders, total }))
    }
}
