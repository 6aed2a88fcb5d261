//! Scenarios: conversations as text, played to a running server. `scenarios/README.md` is their manual.
//!
//! ```text
//!   text --blocks--> Block (a line and what is indented under it) --parse--> Step --play--> answers, things seen
//! ```
//!
//! A later kind of line (another protocol) is one more row in the table of
//! `parse`, one more [`Step`] and its file under `play/`.

mod block;
mod check;
mod failure;
mod parse;
mod play;
mod step;
mod text;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use outcomes::{EPP, TABLES};

use crate::coverage::called;

pub use check::Check;
pub use failure::Failure;
pub use play::{Play, Stage};
pub use step::{AccountLine, ApiLine, Expected, LoginLine, RrpLine, Sending, Step, WapiLine};
pub use text::Variables;

/// A conversation, read but not yet played.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Its file, below the folder of all scenarios.
    pub name: String,
    /// What it proves: codes and outcomes.
    pub proves: Vec<String>,
    /// The flags of a server of its own; `None` where the shared one will do.
    pub server: Option<Vec<String>>,
    /// Accounts that are opened for it before its server starts.
    pub accounts: Vec<AccountLine>,
    /// What happens, each with the line it stands in.
    pub steps: Vec<(usize, Step)>,
}

impl Scenario {
    /// Reads a scenario.
    ///
    /// # Errors
    /// The first line that cannot be understood.
    pub fn parse(name: &str, text: &str) -> Result<Self, Failure> {
        parse::scenario(name, text)
    }

    /// Reads every scenario in a folder and those below it, in the order of their names.
    ///
    /// # Errors
    /// A scenario that cannot be read or understood.
    pub fn read_all(folder: &Path) -> Result<Vec<Self>, Failure> {
        let unreadable = |error: io::Error| Failure::new(&folder.display().to_string(), 0, error.to_string());
        let mut files = Vec::new();
        find(folder, &mut files).map_err(unreadable)?;
        files.sort();
        let read = |file: &PathBuf| {
            let name = file.strip_prefix(folder).unwrap_or(file).display().to_string();
            Self::parse(&name, &fs::read_to_string(file).map_err(unreadable)?)
        };
        files.iter().map(read).collect()
    }

    /// A thing that it proves, as what is seen is called: in the folder of a protocol other than EPP, behind its name.
    pub(crate) fn protocol_of(&self, thing: &str) -> String {
        let edge = self.name.split('/').next();
        let table = TABLES.into_iter().find(|table| Some(table.name) == edge).unwrap_or(EPP);
        called(table, thing)
    }

    /// Whether it speaks a protocol that has two forms, and so is played once in each.
    pub fn is_played_twice(&self) -> bool {
        let has_forms = |step: &Step| match step {
            Step::Wapi(line) => line.format.is_none(),
            Step::Api(line) => line.face.is_none(),
            _ => false,
        };
        self.steps.iter().any(|(_, step)| has_forms(step))
    }

    /// Whether it has to have a server of its own.
    pub fn needs_own_server(&self) -> bool {
        self.server.is_some() || !self.accounts.is_empty()
    }
}

/// Scenarios are the text files in folders of areas; text files beside those folders are lists.
fn find(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            find(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "txt")
            && !path.ends_with("unproduced.txt")
        {
            files.push(path);
        }
    }
    Ok(())
}
