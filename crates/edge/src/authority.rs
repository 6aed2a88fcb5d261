//! The sandbox's own certificate authority.

pub mod files;
mod issue;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rcgen::{Issuer, KeyPair};
use rustls::client::danger::ServerCertVerifier;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{RootCertStore, client::WebPkiServerVerifier};

use crate::pem::SecretPem;
use crate::tls::{self, TlsError};

/// A certificate authority (ECDSA P-256) and the server certificate it issued for this machine: `localhost`,
/// `127.0.0.1` and `::1`. Made on the first start and kept; meant for the sandbox and for tests.
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    ca_pem: String,
    server: Issued,
    now: i64,
}

/// A certificate and its private key.
#[derive(Clone, Debug)]
pub struct Issued {
    /// The certificate, PEM.
    pub certificate_pem: String,
    /// Its private key, PKCS#8 in PEM.
    pub key: SecretPem,
}

/// Why there is no authority.
#[derive(Debug, thiserror::Error)]
pub enum AuthorityError {
    /// A file cannot be read or written.
    #[error("{}: {error}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// One of the two files of the authority is there without the other. Nothing is overwritten.
    #[error("{} is there but {} is not; put it back, or remove both for a new authority", present.display(), absent.display())]
    Half {
        /// The file that is there.
        present: PathBuf,
        /// The file that is missing.
        absent: PathBuf,
    },
    /// A certificate could not be made, or a stored key not be read.
    #[error("certificate: {0}")]
    Certificate(#[from] rcgen::Error),
    /// A certificate just issued does not verify: the authority's key is not that of its certificate.
    #[error("the stored ca.pem and ca-key.pem do not belong together; remove both for a new authority")]
    Unusable,
    /// TLS refuses the certificate.
    #[error(transparent)]
    Tls(#[from] TlsError),
}

impl Authority {
    /// The authority stored in this folder, made if there is none: `ca.pem`, `ca-key.pem`, `server.pem`,
    /// `server-key.pem`, the keys readable by their owner alone. The server certificate is renewed when it is
    /// within 30 days of its end at `now` (Unix seconds), or no longer fits the authority or its key.
    pub fn open_or_create(folder: &Path, now: i64) -> Result<Self, AuthorityError> {
        files::make_folder(folder)?;
        let authority = match files::read_pair(folder, CA)? {
            Some(pair) => pair,
            None => files::write_pair(folder, CA, issue::authority(now)?)?,
        };
        let issuer = issue::issuer(&authority.key)?;
        let stored = files::read_pair(folder, SERVER).ok().flatten();
        let server = match stored.filter(|stored| serves(stored, &authority.certificate_pem, now)) {
            Some(stored) => stored,
            None => files::write_pair(folder, SERVER, issue::server(&issuer, now)?)?,
        };
        Self::checked(issuer, authority.certificate_pem, server, now)
    }

    /// An authority that is nowhere but in memory, made at `now` (Unix seconds).
    pub fn ephemeral(now: i64) -> Result<Self, AuthorityError> {
        let authority = issue::authority(now)?;
        let issuer = issue::issuer(&authority.key)?;
        let server = issue::server(&issuer, now)?;
        Self::checked(issuer, authority.certificate_pem, server, now)
    }

    /// The authority's own certificate, for clients to trust. PEM.
    pub fn ca_pem(&self) -> &str {
        &self.ca_pem
    }

    /// The server's certificate, PEM.
    pub fn chain_pem(&self) -> &str {
        &self.server.certificate_pem
    }

    /// The server's private key.
    pub fn key_pem(&self) -> &SecretPem {
        &self.server.key
    }

    /// A client certificate with this common name, good for a year from when the authority was opened.
    pub fn issue_client(&self, common_name: &str) -> Result<Issued, AuthorityError> {
        issue::client(&self.issuer, common_name, self.now)
    }

    fn checked(
        issuer: Issuer<'static, KeyPair>,
        ca_pem: String,
        server: Issued,
        now: i64,
    ) -> Result<Self, AuthorityError> {
        if !serves(&server, &ca_pem, now) {
            return Err(AuthorityError::Unusable);
        }
        Ok(Self { issuer, ca_pem, server, now })
    }
}

const CA: files::Names = files::Names { certificate: "ca.pem", key: "ca-key.pem" };
const SERVER: files::Names = files::Names { certificate: "server.pem", key: "server-key.pem" };

/// A client that trusts the authority will still take this certificate in 30 days, and it fits its key.
fn serves(server: &Issued, ca_pem: &str, now: i64) -> bool {
    let fits = tls::server_config(&server.certificate_pem, &server.key, tls::ClientCertificates::NotAsked);
    fits.is_ok() && verifies(server, ca_pem, now.saturating_add(RENEW_BEFORE)).is_some()
}

fn verifies(server: &Issued, ca_pem: &str, at: i64) -> Option<()> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(ca_pem.as_bytes()).ok()?).ok()?;
    let verifier =
        WebPkiServerVerifier::builder_with_provider(Arc::new(roots), tls::provider()).build().ok()?;
    let chain = tls::certificates(&server.certificate_pem).ok()?;
    let (leaf, intermediates) = chain.split_first()?;
    let name = ServerName::try_from("localhost").ok()?;
    let at = UnixTime::since_unix_epoch(std::time::Duration::from_secs(u64::try_from(at).ok()?));
    verifier.verify_server_cert(leaf, intermediates, &name, &[], at).ok().map(|_| ())
}

/// Seconds before its end at which the server certificate is renewed: 30 days.
const RENEW_BEFORE: i64 = 30 * 86_400;

#[cfg(test)]
mod tests;
