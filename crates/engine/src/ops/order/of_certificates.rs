use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{CertificateId, OperationId},
};

/// Tells in which orders the actor bought certificates. Those that were not bought by an order are left out.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Debug)]
pub struct OfCertificates {
    /// The certificates.
    pub certificates: Vec<CertificateId>,
}

impl Operation for OfCertificates {
    type Answer = Vec<(CertificateId, OperationId)>;
    const NAME: Name = Name::OrderOfCertificates;
    const OUTCOMES: &'static [Outcome] = &[Outcome::OrdersListed];
}

impl Query for OfCertificates {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let found = cx.store.orders_of_certificates(cx.actor.id(), &self.certificates)?;
        Ok(Done::new(Outcome::OrdersListed, found))
    }
}
