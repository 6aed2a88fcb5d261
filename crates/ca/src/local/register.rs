//! What an authority was asked for, and where that stands.

use std::collections::HashMap;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use engine::model::IssuedCertificate;
use engine::ports::{AuthorityAnswer, AuthorityFailed};
use serde::{Deserialize, Serialize};

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Standing {
    /// It is issued.
    Issued(IssuedCertificate),
    /// It will not be issued.
    Withdrawn,
    /// It was issued and is good no more.
    Revoked,
}

/// The register, in memory or with a file for each entry. One entry is looked at and changed at a time.
#[derive(Debug, Default)]
pub(super) struct Register {
    folder: Option<PathBuf>,
    known: Mutex<HashMap<String, Standing>>,
}

impl Register {
    /// A register that is kept in a folder.
    pub(super) fn in_folder(folder: &Path) -> Self {
        Self { folder: Some(folder.join("register")), known: Mutex::default() }
    }

    /// Looks where something stands, and lets that be changed. The answer is given only after the change is kept.
    ///
    /// # Errors
    /// The register cannot be read or written: nothing was changed.
    pub(super) fn update(
        &self,
        reference: &str,
        change: impl FnOnce(Option<&Standing>) -> (Option<Standing>, AuthorityAnswer),
    ) -> Result<AuthorityAnswer, AuthorityFailed> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(stored) = self.stored(reference, &known)? {
            known.insert(reference.to_owned(), stored);
        }
        let (changed, answer) = change(known.get(reference));
        if let Some(standing) = changed {
            self.keep(reference, &standing)?;
            known.insert(reference.to_owned(), standing);
        }
        Ok(answer)
    }

    /// What stands in the folder and was not looked for since the start.
    fn stored(
        &self,
        reference: &str,
        known: &HashMap<String, Standing>,
    ) -> Result<Option<Standing>, AuthorityFailed> {
        let Some(file) = self.file(reference)?.filter(|_| !known.contains_key(reference)) else {
            return Ok(None);
        };
        match fs::read(&file) {
            Ok(text) => serde_json::from_slice(&text).map(Some).map_err(AuthorityFailed::new),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(AuthorityFailed::new(error)),
        }
    }

    /// Written beside and renamed, so that nobody reads half of it.
    fn keep(&self, reference: &str, standing: &Standing) -> Result<(), AuthorityFailed> {
        let Some(file) = self.file(reference)? else { return Ok(()) };
        let text = serde_json::to_vec(standing).map_err(AuthorityFailed::new)?;
        write(&file, &text).map_err(AuthorityFailed::new)
    }

    /// The file of an entry. References become names of files, so they must not lead elsewhere.
    fn file(&self, reference: &str) -> Result<Option<PathBuf>, AuthorityFailed> {
        if reference.is_empty() || !reference.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(AuthorityFailed::new("a reference is letters and digits"));
        }
        Ok(self.folder.as_ref().map(|folder| folder.join(format!("{reference}.json"))))
    }
}

fn write(file: &Path, text: &[u8]) -> std::io::Result<()> {
    file.parent().map_or(Ok(()), fs::create_dir_all)?;
    let beside = file.with_extension("new");
    let mut written = fs::File::create(&beside)?;
    written.write_all(text)?;
    written.sync_all()?;
    fs::rename(beside, file)
}
