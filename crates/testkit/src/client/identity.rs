use anyhow::Result;
use rcgen::{CertificateParams, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

/// A client certificate with its key, signed by itself: the server compares fingerprints, not signers.
#[derive(Debug)]
pub struct ClientIdentity {
    certificate: CertificateDer<'static>,
    pem: String,
    key: Vec<u8>,
}

impl ClientIdentity {
    /// A new certificate for a name.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new(name: &str) -> Result<Self> {
        let pair = KeyPair::generate()?;
        let certificate = CertificateParams::new(vec![name.to_owned()])?.self_signed(&pair)?;
        Ok(Self { pem: certificate.pem(), certificate: certificate.der().clone(), key: pair.serialize_der() })
    }

    /// The certificate as PEM.
    pub fn pem(&self) -> &str {
        &self.pem
    }

    pub(super) fn certificate(&self) -> CertificateDer<'static> {
        self.certificate.clone()
    }

    pub(super) fn key(&self) -> PrivateKeyDer<'static> {
        PrivatePkcs8KeyDer::from(self.key.clone()).into()
    }
}
