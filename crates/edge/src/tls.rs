//! TLS 1.2 and 1.3 for every listener.

use std::sync::Arc;

use arc_swap::ArcSwap;
use rustls::ServerConfig;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::NoServerSessionStorage;
use rustls::version::{TLS12, TLS13};

use crate::client_certificate::AnyClientCertificate;
use crate::pem::SecretPem;

/// Whether a listener asks its clients for certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientCertificates {
    /// Never: browsers would put up a dialogue.
    NotAsked,
    /// Asked for; none is fine, and any is taken as it is. What it proves is judged at login, by its
    /// fingerprint: [`Connection::certificate`](crate::Connection).
    Optional,
}

/// Why a certificate and its key cannot serve.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// The certificate chain is not PEM.
    #[error("the certificate chain is not good PEM: {0}")]
    Certificate(rustls::pki_types::pem::Error),
    /// The PEM text holds no certificate.
    #[error("the certificate chain holds no CERTIFICATE block")]
    NoCertificate,
    /// The private key is not PEM, or of an unknown kind.
    #[error("the private key is not good PEM (PKCS#8, PKCS#1 or SEC1): {0}")]
    Key(rustls::pki_types::pem::Error),
    /// TLS refuses the pair: mostly a key that does not belong to the certificate.
    #[error("TLS refuses this certificate and key: {0}")]
    Refused(#[from] rustls::Error),
}

/// The TLS settings of a listener. Clones share them, and a renewed certificate can be put in their place while
/// connections come in.
#[derive(Clone, Debug)]
pub struct Tls {
    current: Arc<ArcSwap<ServerConfig>>,
}

impl Tls {
    /// Serves with these settings.
    pub fn new(config: ServerConfig) -> Self {
        Self { current: Arc::new(ArcSwap::from_pointee(config)) }
    }

    /// New connections use these settings from now on; open ones stay as they are.
    pub fn replace(&self, config: ServerConfig) {
        self.current.store(Arc::new(config));
    }

    pub(crate) fn current(&self) -> Arc<ServerConfig> {
        self.current.load_full()
    }
}

/// The one crypto provider of the process. Nothing may rely on a process-wide default: with two providers in
/// the dependency graph that would panic.
pub fn provider() -> Arc<CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

/// Settings for a session protocol (EPP, RRP): TLS 1.2 and 1.3, the given certificate chain (leaf first) and
/// its private key.
pub fn server_config(
    chain_pem: &str,
    key: &SecretPem,
    clients: ClientCertificates,
) -> Result<ServerConfig, TlsError> {
    let builder =
        ServerConfig::builder_with_provider(provider()).with_protocol_versions(&[&TLS13, &TLS12])?;
    let builder = match clients {
        ClientCertificates::NotAsked => builder.with_no_client_auth(),
        ClientCertificates::Optional => {
            builder.with_client_cert_verifier(AnyClientCertificate::new(provider()))
        }
    };
    let key = PrivateKeyDer::from_pem_slice(key.expose().as_bytes()).map_err(TlsError::Key)?;
    let mut config = builder.with_single_cert(certificates(chain_pem)?, key)?;
    // Resumption by tickets, so that the server keeps nothing per client; one is enough for the next connection.
    config.session_storage = Arc::new(NoServerSessionStorage {});
    config.ticketer = rustls::crypto::ring::Ticketer::new()?;
    config.send_tls13_tickets = 1;
    Ok(config)
}

/// Settings for HTTPS: those of [`server_config`] without client certificates, and ALPN for HTTP/1.1 (RFC 7301).
pub fn https_config(chain_pem: &str, key: &SecretPem) -> Result<ServerConfig, TlsError> {
    let mut config = server_config(chain_pem, key, ClientCertificates::NotAsked)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

/// The certificates of a PEM text, in their order; at least one.
pub(crate) fn certificates(chain_pem: &str) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(chain_pem.as_bytes()).collect();
    let chain = chain.map_err(TlsError::Certificate)?;
    if chain.is_empty() { Err(TlsError::NoCertificate) } else { Ok(chain) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Authority;

    #[test]
    fn says_what_is_wrong_with_a_certificate_or_key() {
        let (ours, other) = (Authority::ephemeral(0).unwrap(), Authority::ephemeral(0).unwrap());
        let attempt = |chain: &str, key: &SecretPem| server_config(chain, key, ClientCertificates::Optional);
        assert!(attempt(ours.chain_pem(), ours.key_pem()).is_ok());
        assert!(matches!(attempt("", ours.key_pem()), Err(TlsError::NoCertificate)));
        let no_key = SecretPem::new("nothing".to_owned());
        assert!(matches!(attempt(ours.chain_pem(), &no_key), Err(TlsError::Key(_))));
        assert!(matches!(attempt(ours.chain_pem(), other.key_pem()), Err(TlsError::Refused(_))));
    }
}
