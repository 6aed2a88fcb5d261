//! Whether the disk is at rest. After a bulk load the system writes back for seconds, and a commit then takes ten times
//! as long: nothing measured in that time says anything.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result};
use tokio::time::Instant;

/// A file on the disk that is measured, and how long it takes to have a little of it written.
pub(super) struct Disk {
    path: PathBuf,
    file: File,
    at_rest: Duration,
}

impl Disk {
    /// Probes the disk under a folder, which is taken to be at rest now.
    ///
    /// # Errors
    /// Nothing can be written there.
    pub(super) fn probe(folder: &Path) -> Result<Self> {
        let path = folder.join("probe");
        let file = File::create(&path).with_context(|| path.display().to_string())?;
        let mut disk = Self { path, file, at_rest: Duration::ZERO };
        disk.at_rest = disk.typical_sync()?;
        Ok(disk)
    }

    /// Waits until the disk is as quick as it was at first, give or take, for half a minute at most. `false` if it
    /// never was.
    ///
    /// # Errors
    /// Nothing can be written.
    pub(super) fn wait_for_rest(&self) -> io::Result<bool> {
        let deadline = Instant::now() + LONGEST_WAIT;
        while self.typical_sync()? > self.at_rest * 2 {
            if Instant::now() > deadline {
                return Ok(false);
            }
            std::thread::sleep(PAUSE);
        }
        Ok(true)
    }

    fn typical_sync(&self) -> io::Result<Duration> {
        let mut times = (0..PROBES).map(|_| self.sync()).collect::<io::Result<Vec<_>>>()?;
        times.sort_unstable();
        Ok(times[times.len() / 2])
    }

    fn sync(&self) -> io::Result<Duration> {
        let begun = Instant::now();
        (&self.file).write_all(&[0; 4096])?;
        self.file.sync_data()?;
        Ok(begun.elapsed())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // It goes with its folder anyway.
        let _ = fs::remove_file(&self.path);
    }
}

const PROBES: usize = 31;
const PAUSE: Duration = Duration::from_millis(200);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slower_disk_than_at_first_is_not_at_rest() {
        let folder = tempfile::tempdir().unwrap();
        let mut disk = Disk::probe(folder.path()).unwrap();
        disk.at_rest *= 1000;
        assert!(disk.wait_for_rest().unwrap());
        drop(disk);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
