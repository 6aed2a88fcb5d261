//! The certificate that a command is about.

use engine::model::CertificateId;
use engine::ops::certificate::CertificateRef;
use engine::{Field, Outcome, Refusal};

use crate::params::Params;

/// Reads `CertID`, which has to be there.
pub(super) fn needed(params: &mut Params) -> Option<CertificateRef> {
    params.need("CertID", Field::CertificateId, parse)
}

/// The latest order of the certificate with a number. A number that no certificate can have is one that none has.
///
/// # Errors
/// `certificate_unknown`.
pub(super) fn parse(text: &str) -> Result<CertificateRef, Refusal> {
    let unknown = |_| Refusal::new(Outcome::CertificateUnknown).at(Field::CertificateId).value(text);
    text.parse().map(CertificateId).map(CertificateRef::latest).map_err(unknown)
}

/// The request for a certificate, as it came.
///
/// # Errors
/// None: what is wrong with it the engine says.
pub(super) fn csr(text: &str) -> Result<String, Refusal> {
    Ok(text.to_owned())
}
