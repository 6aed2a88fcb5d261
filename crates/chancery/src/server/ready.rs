//! The ready file: says to programs that the server accepts connections, and where.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::Addresses;
use crate::mode::Mode;
use crate::sandbox_accounts;

/// The file, for as long as the server runs.
pub(super) struct ReadyFile(Option<PathBuf>);

impl ReadyFile {
    /// Removes the file that a server which was killed has left behind, before anybody takes it for this one's.
    ///
    /// # Errors
    /// It cannot be removed.
    pub(super) fn clear(path: Option<&Path>) -> Result<()> {
        let Some(path) = path else { return Ok(()) };
        match fs::remove_file(path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(error).with_context(|| format!("the old ready file {} cannot be removed", path.display()))
            }
            _ => Ok(()),
        }
    }

    /// Writes the file, if one is wanted. It appears by rename, so nobody sees half of it.
    ///
    /// # Errors
    /// It cannot be written.
    pub(super) fn write(
        path: Option<&Path>,
        mode: Mode,
        addresses: &Addresses,
        ca_file: Option<&Path>,
    ) -> Result<Self> {
        let Some(path) = path else { return Ok(Self(None)) };
        let text = content(mode, addresses, ca_file).to_string() + "\n";
        replace(path, &text)
            .with_context(|| format!("the ready file {} cannot be written", path.display()))?;
        Ok(Self(Some(path.to_owned())))
    }
}

impl Drop for ReadyFile {
    fn drop(&mut self) {
        let Some(path) = &self.0 else { return };
        if let Err(error) = fs::remove_file(path) {
            tracing::warn!(%error, file = %path.display(), "the ready file could not be removed");
        }
    }
}

/// What a ready file says.
pub(super) fn content(mode: Mode, addresses: &Addresses, ca_file: Option<&Path>) -> Value {
    let listeners: Map<String, Value> =
        addresses.each().map(|(name, address)| (name.to_owned(), json!(address.to_string()))).collect();
    let accounts = match mode {
        Mode::Sandbox => sandbox_accounts::ACCOUNTS.map(sandbox_accounts::SandboxAccount::to_json).to_vec(),
        Mode::Production => Vec::new(),
    };
    json!({"listeners": listeners, "ca_file": ca_file, "accounts": accounts})
}

fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}", std::process::id()));
    let beside = PathBuf::from(name);
    fs::write(&beside, text)?;
    fs::rename(&beside, path).inspect_err(|_| drop(fs::remove_file(&beside)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_tells_what_there_is_and_goes_with_the_server() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ready.json");
        let addresses = Addresses { epp: Some("127.0.0.1:7700".parse().unwrap()), ..Addresses::default() };
        fs::write(&path, "of a server that was killed").unwrap();
        ReadyFile::clear(Some(&path)).unwrap();
        assert!(!path.exists());
        let ready = ReadyFile::write(Some(&path), Mode::Production, &addresses, None).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text, "{\"listeners\":{\"epp\":\"127.0.0.1:7700\"},\"ca_file\":null,\"accounts\":[]}\n");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
        drop(ready);
        assert!(!path.exists());
    }

    #[test]
    fn the_sandbox_tells_its_accounts() {
        let addresses = Addresses::default();
        let content = content(Mode::Sandbox, &addresses, Some(Path::new("/x/ca.pem")));
        assert_eq!(content["accounts"][1]["wapi_user"], "bravo@example.test");
        assert_eq!(content["ca_file"], "/x/ca.pem");
    }
}
