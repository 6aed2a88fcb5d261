//! The certificate that a command is about.

use engine::ops::certificate::CertificateRef;
use engine::{Field, Refusal};

use crate::params::Params;

/// Reads `CertID`, which has to be there.
pub(super) fn needed(params: &mut Params) -> Option<CertificateRef> {
    params.need("CertID", Field::CertificateId, CertificateRef::parse)
}

/// The request for a certificate, as it came.
///
/// # Errors
/// None: what is wrong with it the engine says.
pub(super) fn csr(text: &str) -> Result<String, Refusal> {
    Ok(text.to_owned())
}
