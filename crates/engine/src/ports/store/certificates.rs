use std::ops::Range;

use super::{Inserted, Result, Slice};
use crate::model::{
    AccountId, CertificateId, CertificateOrder, CertificateOrderId, CertificateState, Instant, Pattern,
};

/// Which certificates are listed: those of whose latest order all is true that is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct CertificateFilter {
    /// The number of the certificate fits.
    pub number: Option<Pattern>,
    /// The name of the product fits.
    pub class: Option<Pattern>,
    /// The common name fits.
    pub common_name: Option<Pattern>,
    /// It is in one of these states.
    pub states: Option<Vec<CertificateState>>,
    /// It was given in this span.
    pub created: Option<Range<Instant>>,
    /// Its state is what it is since a moment of this span.
    pub changed: Option<Range<Instant>>,
    /// The certificate ends in this span.
    pub expires: Option<Range<Instant>>,
    /// Whether the newest certificate comes first.
    pub newest_first: bool,
}

/// Reads orders of certificates.
pub trait Certificates {
    /// An order.
    fn certificate_order(&self, id: CertificateOrderId) -> Result<Option<CertificateOrder>>;

    /// All orders of a certificate, by number. One statement.
    fn certificate_orders(&self, certificate: CertificateId) -> Result<Vec<CertificateOrder>>;

    /// The latest order of each of an account's certificates that fit, by the age of the certificates. One statement.
    fn certificates(
        &self,
        account: AccountId,
        filter: &CertificateFilter,
        slice: &Slice<CertificateId>,
    ) -> Result<Vec<CertificateOrder>>;

    /// How many certificates of an account fit.
    fn count_certificates(&self, account: AccountId, filter: &CertificateFilter) -> Result<u64>;
}

/// Writes orders of certificates. None is ever removed.
pub trait CertificatesMut: Certificates {
    /// Adds an order, unless its certificate has one of this number.
    fn insert_certificate_order(&self, order: &CertificateOrder) -> Result<Inserted>;

    /// Replaces what can change of an order: state, dates, what is to be certified and what was issued.
    fn update_certificate_order(&self, order: &CertificateOrder) -> Result<()>;
}
