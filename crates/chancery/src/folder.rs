//! The data folder.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::permissions;

/// Where a server keeps everything.
///
/// ```text
///   registry.sqlite     the database        (with -wal, -shm, -redo and .lock beside it)
///   keys                what keys the hashes in the database
///   mode                whether it is a sandbox or not
///   tls/                the sandbox's certificate authority
///   journal/            requests and answers
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DataFolder(PathBuf);

impl DataFolder {
    /// The folder at a path, which need not be there yet.
    pub(crate) fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// The folder itself.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// The database file.
    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("registry.sqlite")
    }

    /// The file with the keys.
    pub(crate) fn keys(&self) -> PathBuf {
        self.0.join("keys")
    }

    /// The file that says what the folder serves.
    pub(crate) fn mode(&self) -> PathBuf {
        self.0.join("mode")
    }

    /// The folder of the sandbox's certificate authority.
    pub(crate) fn tls(&self) -> PathBuf {
        self.0.join("tls")
    }

    /// The file with the position of the sandbox's clock.
    pub(crate) fn clock(&self) -> PathBuf {
        self.0.join("clock")
    }

    /// The folder of the authority of certificates.
    pub(crate) fn certificate_authority(&self) -> PathBuf {
        self.0.join("certificate-authority")
    }

    /// The folder of the journal.
    pub(crate) fn journal(&self) -> PathBuf {
        self.0.join("journal")
    }

    /// Makes the folder, closed to others, unless it is there.
    ///
    /// # Errors
    /// What the system said.
    pub(crate) fn make(&self) -> Result<()> {
        permissions::make_private_folder(&self.0)
            .with_context(|| format!("the data folder {} cannot be made", self.0.display()))
    }

    /// # Errors
    /// There is no database here.
    pub(crate) fn require_database(&self) -> Result<()> {
        if self.database().is_file() {
            return Ok(());
        }
        bail!(
            "there is no data in {}; name the folder of the server with --data, or its configuration with --config",
            self.0.display()
        )
    }
}

/// Where the data is kept unless something else is said.
pub(crate) const DEFAULT: &str = "./chancery-data";
