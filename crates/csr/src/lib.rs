//! Checks the signatures of requests for certificates, by ring.

use engine::ports::{CsrSignature, CsrSignatures};
use x509_parser::certification_request::X509CertificationRequest;
use x509_parser::error::X509Error;
use x509_parser::prelude::FromDer;

/// The checks of ring: RSA (PKCS#1 and PSS), ECDSA on P-256 and P-384, Ed25519.
#[derive(Clone, Copy, Debug, Default)]
pub struct RingSignatures;

impl CsrSignatures for RingSignatures {
    fn check(&self, der: &[u8]) -> CsrSignature {
        let Ok((_, request)) = X509CertificationRequest::from_der(der) else { return CsrSignature::Wrong };
        match request.verify_signature() {
            Ok(()) => CsrSignature::Right,
            Err(X509Error::SignatureUnsupportedAlgorithm) => CsrSignature::Unknown,
            Err(_) => CsrSignature::Wrong,
        }
    }
}
