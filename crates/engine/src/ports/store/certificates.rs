use super::{Inserted, Result, Slice};
use crate::model::{AccountId, CertificateId, CertificateOrder, CertificateOrderId};

/// Reads orders of certificates.
pub trait Certificates {
    /// An order.
    fn certificate_order(&self, id: CertificateOrderId) -> Result<Option<CertificateOrder>>;

    /// All orders of a certificate, by number. One statement.
    fn certificate_orders(&self, certificate: CertificateId) -> Result<Vec<CertificateOrder>>;

    /// The latest order of each of an account's certificates, the oldest certificate first. One statement.
    fn certificates(&self, account: AccountId, slice: &Slice<CertificateId>)
    -> Result<Vec<CertificateOrder>>;

    /// How many certificates an account has.
    fn count_certificates(&self, account: AccountId) -> Result<u64>;
}

/// Writes orders of certificates. None is ever removed.
pub trait CertificatesMut: Certificates {
    /// Adds an order, unless its certificate has one of this number.
    fn insert_certificate_order(&self, order: &CertificateOrder) -> Result<Inserted>;

    /// Replaces what can change of an order: state, dates, what is to be certified and what was issued.
    fn update_certificate_order(&self, order: &CertificateOrder) -> Result<()>;
}
