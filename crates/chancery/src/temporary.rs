//! Folders that are gone at the end.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use engine::ports::Entropy;

use crate::{entropy::SystemEntropy, permissions};

/// A folder of our own that nobody else may enter. It is removed with all that is in it when dropped.
#[derive(Debug)]
pub(crate) struct TemporaryFolder(PathBuf);

impl TemporaryFolder {
    /// Makes one where the system keeps such things.
    ///
    /// # Errors
    /// What the system said.
    pub(crate) fn make() -> io::Result<Self> {
        Self::make_in(&std::env::temp_dir())
    }

    /// Makes one in a folder.
    ///
    /// # Errors
    /// What the system said.
    pub(crate) fn make_in(parent: &Path) -> io::Result<Self> {
        let mut name = [0; 8];
        SystemEntropy.fill(&mut name);
        let path = parent.join(format!("chancery-{}", hex::encode(name)));
        permissions::make_private_folder(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            tracing::warn!(%error, folder = %self.0.display(), "a temporary folder could not be removed");
        }
    }
}
