//! The folder of an authority: certificates and their keys. Files appear whole or not at all, and private keys are
//! readable by their owner alone.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::{AuthorityError, Issued};
use crate::pem::SecretPem;

/// The two files of a certificate and its key.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// The certificate's file.
    pub certificate: &'static str,
    /// The key's file.
    pub key: &'static str,
}

/// The folder, made if it is not there.
///
/// # Errors
/// It cannot be made.
pub fn make_folder(folder: &Path) -> Result<(), AuthorityError> {
    fs::create_dir_all(folder).map_err(|error| at(folder, error))
}

/// The stored pair, `None` if neither file is there.
///
/// # Errors
/// One of them cannot be read, or is there without the other.
pub fn read_pair(folder: &Path, names: Names) -> Result<Option<Issued>, AuthorityError> {
    let (certificate, key) = (folder.join(names.certificate), folder.join(names.key));
    match (read(&certificate)?, read(&key)?) {
        (Some(certificate_pem), Some(key)) => Ok(Some(Issued { certificate_pem, key: SecretPem::new(key) })),
        (None, None) => Ok(None),
        (Some(_), None) => Err(AuthorityError::Half { present: certificate, absent: key }),
        (None, Some(_)) => Err(AuthorityError::Half { present: key, absent: certificate }),
    }
}

/// Stores the pair, the key first: a certificate without a key is of no use to anyone.
///
/// # Errors
/// They cannot be written.
pub fn write_pair(folder: &Path, names: Names, pair: Issued) -> Result<Issued, AuthorityError> {
    write(&folder.join(names.key), pair.key.expose(), 0o600)?;
    write(&folder.join(names.certificate), &pair.certificate_pem, 0o644)?;
    Ok(pair)
}

fn read(path: &Path) -> Result<Option<String>, AuthorityError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(at(path, error)),
    }
}

fn write(path: &Path, text: &str, mode: u32) -> Result<(), AuthorityError> {
    let written = write_beside(path, text, mode).and_then(|beside| fs::rename(beside, path));
    written.map_err(|error| at(path, error))
}

fn write_beside(path: &Path, text: &str, mode: u32) -> io::Result<PathBuf> {
    let beside = path.with_extension("new");
    // One left behind by a crash may have other permissions.
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = owner_only(OpenOptions::new().write(true).create_new(true), mode).open(&beside)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(beside)
}

#[cfg(unix)]
fn owner_only(options: &mut OpenOptions, mode: u32) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(mode)
}

#[cfg(not(unix))]
fn owner_only(options: &mut OpenOptions, _mode: u32) -> &mut OpenOptions {
    options
}

fn at(path: &Path, error: io::Error) -> AuthorityError {
    AuthorityError::File { path: path.to_owned(), error }
}
