//! The certificate that clients see.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use edge::tls::{ClientCertificates, Tls, https_config, server_config};
use edge::{Authority, SecretPem};
use engine::model::Instant;

use crate::folder::DataFolder;
use crate::installation::Home;
use crate::temporary::TemporaryFolder;

/// Where the certificate comes from.
#[derive(Clone, Debug)]
pub(crate) enum Identity {
    /// The sandbox's own authority, in the data folder.
    Authority,
    /// Files of the operator's.
    Files {
        /// The chain (PEM), leaf first.
        certificate: PathBuf,
        /// The private key of the leaf (PEM).
        key: PathBuf,
    },
}

/// A certificate in use.
pub(super) struct Credentials {
    /// For session protocols: client certificates are asked for, and judged at login.
    pub(super) sessions: Tls,
    /// For HTTPS.
    pub(super) https: Tls,
    /// What clients have to trust, where it is our own authority's.
    pub(super) ca_file: Option<PathBuf>,
    _temporary: Option<TemporaryFolder>,
}

impl Identity {
    /// Reads the certificate, or has it made where it is the authority's.
    ///
    /// # Errors
    /// Which file is wrong, and why.
    pub(super) fn open(&self, home: &Home, now: Instant) -> Result<Credentials> {
        match (self, home) {
            (Self::Files { certificate, key }, _) => files(certificate, key),
            (Self::Authority, Home::Folder(folder) | Home::Copy(folder)) => in_folder(folder, now),
            (Self::Authority, Home::Memory) => in_memory(now),
        }
    }
}

fn files(certificate: &Path, key: &Path) -> Result<Credentials> {
    let read =
        |path: &Path| fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()));
    let (chain, key_pem) = (read(certificate)?, SecretPem::new(read(key)?));
    credentials(&chain, &key_pem, None, None)
        .with_context(|| format!("[tls]: {} and {} cannot serve", certificate.display(), key.display()))
}

fn in_folder(folder: &DataFolder, now: Instant) -> Result<Credentials> {
    let authority = Authority::open_or_create(&folder.tls(), now.seconds())?;
    let ca_file = absolute(&folder.tls().join(CA_FILE))?;
    credentials(authority.chain_pem(), authority.key_pem(), Some(ca_file), None)
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
