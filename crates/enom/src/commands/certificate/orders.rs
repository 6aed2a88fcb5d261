//! The orders in which certificates were bought.

use std::collections::HashMap;

use engine::Failure;
use engine::model::{CertificateId, CertificateOrder, OperationId};
use engine::ops::order::OfCertificates;

use crate::call::Call;

/// Which certificate was bought in which order.
pub(super) struct Orders(HashMap<CertificateId, OperationId>);

impl Orders {
    /// The number of the order in which a certificate was bought; its own where other protocols know no orders.
    pub(super) fn number(&self, order: &CertificateOrder) -> String {
        let found = self.0.get(&order.certificate);
        found.map_or_else(|| order.certificate.to_string(), |order| order.0.to_string())
    }
}

/// Looks up the orders of some certificates.
///
/// # Errors
/// A fault of the store.
pub(super) async fn of(call: &Call<'_>, certificates: &[CertificateOrder]) -> Result<Orders, Failure> {
    let certificates = certificates.iter().map(|order| order.certificate).collect();
    let found = call.query(OfCertificates { certificates }).await?.answer;
    Ok(Orders(found.into_iter().collect()))
}
