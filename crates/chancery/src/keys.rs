//! The keys of an installation, in a file beside the database and never in it.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use engine::keys::AuthInfoKey;
use engine::ports::Entropy;
use zeroize::Zeroizing;

use crate::{entropy::SystemEntropy, permissions};

/// The key of the hashes of authInfos from a file, which is made (readable by its owner alone) if it is not there.
///
/// `is_new` says whether the database is new: to one that is not, a new key would make every authInfo in it wrong.
///
/// # Errors
/// The file cannot be read or written, holds something else, or is missing although there is data.
pub(crate) fn open_or_create(path: &Path, is_new: bool) -> Result<AuthInfoKey> {
    match fs::read_to_string(path) {
        Ok(text) => parse(&Zeroizing::new(text)).with_context(|| {
            format!("{} is not the file of keys that was made with the data; restore it", path.display())
        }),
        Err(error) if error.kind() == ErrorKind::NotFound && is_new => {
            create(path).with_context(|| format!("{} cannot be written", path.display()))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            bail!(
                "{} is missing: without it no authInfo in the database can be checked; restore it",
                path.display()
            )
        }
        Err(error) => Err(error).with_context(|| format!("{} cannot be read", path.display())),
    }
}

/// A key that is kept nowhere.
pub(crate) fn ephemeral() -> AuthInfoKey {
    AuthInfoKey::new(*fresh())
}

fn create(path: &Path) -> Result<AuthInfoKey> {
    let key = fresh();
    let line = Zeroizing::new(format!("{NAME} {}\n", hex::encode(*key)));
    let mut file = permissions::create_private_file(path)?;
    file.write_all(line.as_bytes())?;
    file.sync_all()?;
    Ok(AuthInfoKey::new(*key))
}

fn fresh() -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    SystemEntropy.fill(key.as_mut());
    key
}

fn parse(text: &str) -> Result<AuthInfoKey> {
    let digits = text.trim_end().strip_prefix(NAME).map(str::trim_start);
    let digits = digits.with_context(|| format!("it does not begin with {NAME:?}"))?;
    let mut key = Zeroizing::new([0; 32]);
    // The library's error would quote a character of the key.
    if hex::decode_to_slice(digits, key.as_mut()).is_err() {
        bail!("the key is not 64 hexadecimal digits");
    }
    Ok(AuthInfoKey::new(*key))
}

/// What the line with the key begins with; other keys will have lines of their own.
const NAME: &str = "authinfo";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        assert!(open_or_create(&path, false).is_err(), "data without its key");
        open_or_create(&path, true).unwrap();
        let written = fs::read_to_string(&path).unwrap();
        assert_eq!(written.trim_end().len(), NAME.len() + 1 + 64);
        open_or_create(&path, true).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), written);
        assert!(!permissions::is_open_to(permissions::Others::AllButOwner, &path).unwrap());
    }

    #[test]
    fn a_damaged_key_is_refused_and_not_shown() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        for text in ["", "authinfo", "authinfo zz", &format!("authinfo {}", "q".repeat(64)), &"7".repeat(64)]
        {
            fs::write(&path, text).unwrap();
            let error = open_or_create(&path, true).unwrap_err();
            assert!(!format!("{error:#}").contains("qq"), "{error:#}");
        }
    }
}
