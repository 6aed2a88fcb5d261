use super::{Inserted, Result};
use crate::model::{AccountId, CertificateId, CertificateOrder, CertificateOrderId};

/// Which of an account's certificates are wanted: behind one, past so many, so many at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CertificateWindow {
    /// The one behind which to begin, if not with the oldest.
    pub after: Option<CertificateId>,
    /// How many to pass over from there. What stands far back is reached sooner by `after`.
    pub skip: u32,
    /// How many at most.
    pub most: u32,
}

/// Reads orders of certificates.
pub trait Certificates {
    /// An order.
    fn certificate_order(&self, id: CertificateOrderId) -> Result<Option<CertificateOrder>>;

    /// All orders of a certificate, by number. One statement.
    fn certificate_orders(&self, certificate: CertificateId) -> Result<Vec<CertificateOrder>>;

    /// The latest order of each of an account's certificates, the oldest certificate first. One statement.
    fn certificates(&self, account: AccountId, window: CertificateWindow) -> Result<Vec<CertificateOrder>>;

    /// How many certificates an account has.
    fn count_certificates(&self, account: AccountId) -> Result<u32>;
}

/// Writes orders of certificates. None is ever removed.
pub trait CertificatesMut: Certificates {
    /// Adds an order, unless its certificate has one of this number.
    fn insert_certificate_order(&self, order: &CertificateOrder) -> Result<Inserted>;

    /// Replaces what can change of an order: state, dates, what is to be certified and what was issued.
    fn update_certificate_order(&self, order: &CertificateOrder) -> Result<()>;
}
