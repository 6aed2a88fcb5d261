//! Sandbox or production: what a server is for. A data folder serves one of them, for ever.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// What a server is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// To try things: two accounts with published secrets, an authority of its own.
    Sandbox,
    /// For real.
    Production,
}

impl Mode {
    /// The word for logs and in the file.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Sandbox => "sandbox",
            Self::Production => "production",
        }
    }

    /// Whether the folder that has this file serves this mode, or none yet.
    ///
    /// # Errors
    /// It serves the other one.
    pub(crate) fn check(self, file: &Path) -> Result<()> {
        let written = match fs::read_to_string(file) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            read => read.with_context(|| format!("{} cannot be read", file.display()))?,
        };
        match (self, written.trim()) {
            (mode, word) if word == mode.name() => Ok(()),
            (Self::Production, "sandbox") => bail!(
                "this data folder belongs to a sandbox, where everybody knows the accounts' passwords; \
                 production needs a folder of its own"
            ),
            (Self::Sandbox, "production") => bail!(
                "this data folder belongs to a production server, and a sandbox would open accounts in it whose \
                 passwords everybody knows; give --config to serve it, or another folder with --data"
            ),
            _ => bail!("{} holds neither `sandbox` nor `production`", file.display()),
        }
    }

    /// Writes down what the folder serves from now on.
    ///
    /// # Errors
    /// It cannot be written.
    pub(crate) fn mark(self, file: &Path) -> Result<()> {
        if file.exists() {
            return Ok(());
        }
        fs::write(file, format!("{}\n", self.name()))
            .with_context(|| format!("{} cannot be written", file.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_serves_one_mode_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mode");
        for (first, second) in [(Mode::Sandbox, Mode::Production), (Mode::Production, Mode::Sandbox)] {
            assert!(first.check(&file).is_ok() && second.check(&file).is_ok());
            first.mark(&file).unwrap();
            assert!(first.check(&file).is_ok() && second.check(&file).is_err());
            fs::remove_file(&file).unwrap();
        }
        fs::write(&file, "else").unwrap();
        assert!(Mode::Sandbox.check(&file).is_err());
    }
}
