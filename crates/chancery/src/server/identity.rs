//! The certificate that clients see.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use edge::tls::{ClientCertificates, Tls, https_config, server_config};
use edge::{Authority, SecretPem};
use engine::model::Instant;
use rustls::ServerConfig;

use crate::folder::DataFolder;
use crate::installation::Home;
use crate::temporary::TemporaryFolder;

/// Where the certificate comes from.
#[derive(Clone, Debug)]
pub(crate) enum Identity {
    /// The sandbox's own authority, in the data folder.
    Authority,
    /// The operator.
    Given(Certificate),
}

/// A certificate with its key, ready to serve.
#[derive(Clone, Debug)]
pub(crate) struct Certificate {
    files: Option<Files>,
    /// For session protocols: client certificates are asked for, and judged at login.
    pub(super) sessions: Tls,
    /// For HTTPS.
    pub(super) https: Tls,
}

/// Where a certificate was read from.
#[derive(Clone, Debug)]
struct Files {
    chain: PathBuf,
    key: PathBuf,
}

/// A certificate in use.
pub(super) struct Credentials {
    /// The certificate.
    pub(super) certificate: Certificate,
    /// What clients have to trust, where it is our own authority's.
    pub(super) ca_file: Option<PathBuf>,
    _temporary: Option<TemporaryFolder>,
}

impl Credentials {
    /// Those of a server that shares its certificate with another.
    pub(super) fn shared(certificate: Certificate, ca_file: Option<PathBuf>) -> Self {
        Self { certificate, ca_file, _temporary: None }
    }
}

impl Identity {
    /// The certificate, made where it is the authority's and not there yet.
    ///
    /// # Errors
    /// Which file is wrong, and why.
    pub(super) fn open(&self, home: &Home, now: Instant) -> Result<Credentials> {
        match (self, home) {
            (Self::Given(certificate), _) => {
                Ok(Credentials { certificate: certificate.clone(), ca_file: None, _temporary: None })
            }
            (Self::Authority, Home::Folder(folder) | Home::Copy(folder)) => in_folder(folder, now),
            (Self::Authority, Home::Memory) => in_memory(now),
        }
    }
}

impl Certificate {
    /// Reads the chain (PEM), leaf first, and the private key of the leaf (PEM).
    ///
    /// # Errors
    /// Which file is wrong, and why.
    pub(crate) fn read(chain: &Path, key: &Path) -> Result<Self> {
        let files = Files { chain: chain.to_owned(), key: key.to_owned() };
        let (sessions, https) = files.read()?;
        Ok(Self { sessions: Tls::new(sessions), https: Tls::new(https), files: Some(files) })
    }

    /// Reads the files again. Connections that come in later see what is in them now; if that cannot serve, they see
    /// what was there before.
    ///
    /// # Errors
    /// Which file is wrong, and why.
    pub(super) fn reload(&self) -> Result<()> {
        let Some(files) = &self.files else { return Ok(()) };
        let (sessions, https) = files.read()?;
        self.sessions.replace(sessions);
        self.https.replace(https);
        Ok(())
    }

    fn of_authority(authority: &Authority) -> Result<Self> {
        let (sessions, https) = configs(authority.chain_pem(), authority.key_pem())?;
        Ok(Self { sessions: Tls::new(sessions), https: Tls::new(https), files: None })
    }
}

impl Files {
    fn read(&self) -> Result<(ServerConfig, ServerConfig)> {
        let read = |path: &Path| {
            fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
        };
        let (chain, key) = (read(&self.chain)?, SecretPem::new(read(&self.key)?));
        configs(&chain, &key)
            .with_context(|| format!("{} and {} cannot serve", self.chain.display(), self.key.display()))
    }
}

/// For session protocols, and for HTTPS.
fn configs(chain: &str, key: &SecretPem) -> Result<(ServerConfig, ServerConfig)> {
    Ok((server_config(chain, key, ClientCertificates::Optional)?, https_config(chain, key)?))
}

fn in_folder(folder: &DataFolder, now: Instant) -> Result<Credentials> {
    let authority = Authority::open_or_create(&folder.tls(), now.seconds())?;
    let ca_file = absolute(&folder.tls().join(CA_FILE))?;
    let certificate = Certificate::of_authority(&authority)?;
    Ok(Credentials { certificate, ca_file: Some(ca_file), _temporary: None })
}

/// The keys stay in memory; the authority's certificate has to be a file, because clients want one.
fn in_memory(now: Instant) -> Result<Credentials> {
    let authority = Authority::ephemeral(now.seconds())?;
    let temporary = TemporaryFolder::make().context("no place for the authority's certificate")?;
    let ca_file = temporary.path().join(CA_FILE);
    fs::write(&ca_file, authority.ca_pem())
        .with_context(|| format!("{} cannot be written", ca_file.display()))?;
    let certificate = Certificate::of_authority(&authority)?;
    Ok(Credentials { certificate, ca_file: Some(ca_file), _temporary: Some(temporary) })
}

fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path).with_context(|| format!("{} has no absolute path", path.display()))
}

/// The name that the authority gives the file with its certificate.
const CA_FILE: &str = "ca.pem";
