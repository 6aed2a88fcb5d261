use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use super::OpenError;

/// The right to serve a database file. The operating system takes it back when the process ends, however it ends.
pub(super) struct DataLock {
    file: File,
}

impl DataLock {
    /// Takes the lock beside a database file, or says at once that someone else has it.
    pub(super) fn take(database: &Path) -> Result<Self, OpenError> {
        let path = beside(database);
        let opened = File::options().create(true).truncate(false).write(true).open(&path);
        let file = opened.map_err(|reason| OpenError::Io { path: path.clone(), reason })?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse(database.to_owned())),
            Err(TryLockError::Error(reason)) => Err(OpenError::Io { path, reason }),
        }
    }
}

impl Drop for DataLock {
    fn drop(&mut self) {
        // Not left to the end of the file: a process that is being started has a copy of it for a moment.
        if let Err(error) = self.file.unlock() {
            tracing::warn!(%error, "the lock of the data could not be given back");
        }
    }
}

fn beside(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    name.into()
}
