//! Who may read a file or folder.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::path::Path;

/// Makes a folder that only its owner may enter, with the folders above it. One that is there stays as it is.
pub(crate) fn make_private_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes a file that only its owner may read. Fails if there is one.
pub(crate) fn create_private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// From now on everything this process makes is readable by its owner alone.
pub(crate) fn keep_everything_private() {
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
}

/// Who beside the owner is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Others {
    /// Everybody, the owner's group too.
    AllButOwner,
    /// Everybody outside the owner's group.
    OutsideGroup,
}

/// Whether others may read (or enter, or change) a file or folder. Always `false` where there are no such bits.
pub(crate) fn is_open_to(others: Others, path: &Path) -> io::Result<bool> {
    let metadata = std::fs::metadata(path)?;
    Ok(mode(&metadata) & others.bits() != 0)
}

impl Others {
    const fn bits(self) -> u32 {
        match self {
            Self::AllButOwner => 0o077,
            Self::OutsideGroup => 0o007,
        }
    }
}

#[cfg(unix)]
fn mode(metadata: &std::fs::Metadata) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&metadata.permissions())
}

#[cfg(not(unix))]
fn mode(_: &std::fs::Metadata) -> u32 {
    0
}
