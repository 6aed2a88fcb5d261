//! The operator's chores on the data of a server: opening it, or reading it while a server runs.

use std::path::PathBuf;

use anyhow::{Context, Error, Result};
use engine::policy::{HouseRules, Policies};
use store::{OpenError, Options, backup_file};

use crate::config::Config;
use crate::folder::{self, DataFolder};
use crate::installation::{Home, Installation};
use crate::operator::Operator;
use crate::policies;
use crate::temporary::TemporaryFolder;

/// Which server's data.
#[derive(Debug, clap::Args)]
pub(crate) struct DataArgs {
    /// The data folder of the server.
    #[arg(long, value_name = "DIR", default_value = folder::DEFAULT, global = true)]
    data: PathBuf,
    /// The configuration file of the server, which names its data folder.
    #[arg(long, value_name = "FILE", conflicts_with = "data", global = true)]
    config: Option<PathBuf>,
}

impl DataArgs {
    /// The data folder.
    ///
    /// # Errors
    /// The configuration cannot be read.
    pub(crate) fn folder(&self) -> Result<DataFolder> {
        match &self.config {
            Some(path) => Ok(DataFolder::at(Config::read(path)?.data)),
            None => Ok(DataFolder::at(&self.data)),
        }
    }

    /// Does a chore that changes something, on data that is there.
    ///
    /// # Errors
    /// There is no data, a server uses it, or the chore's own.
    pub(crate) fn change<T>(&self, chore: impl FnOnce(&Operator) -> Result<T>) -> Result<T> {
        let folder = self.folder()?;
        folder.require_database()?;
        open(&folder, chore)
    }

    /// Does a chore that changes something, on data that is made if it is not there.
    ///
    /// # Errors
    /// A server uses the data, it cannot be made, or the chore's own.
    pub(crate) fn change_or_make<T>(&self, chore: impl FnOnce(&Operator) -> Result<T>) -> Result<T> {
        open(&self.folder()?, chore)
    }

    /// Does a chore that only reads, on a copy, so that a server may run meanwhile and nothing of its is touched.
    ///
    /// # Errors
    /// There is no data, it cannot be copied, or the chore's own.
    pub(crate) fn read<T>(&self, chore: impl FnOnce(&Installation) -> Result<T>) -> Result<T> {
        let folder = self.folder()?;
        folder.require_database()?;
        let place = TemporaryFolder::make_in(folder.path()).context("no place for a copy of the data")?;
        let copy = DataFolder::at(place.path());
        backup_file(&folder.database(), &copy.database())?;
        let installation = Installation::open(&Home::Copy(copy), self.policies()?, Options::default())?;
        let end = chore(&installation);
        // The files go before their folder.
        drop(installation);
        end
    }
}

impl DataArgs {
    /// What the server's zones allow: a sandbox without configuration has those that are compiled in.
    fn policies(&self) -> Result<Policies> {
        match &self.config {
            Some(path) => Config::read(path)?.zones(),
            None => policies::together(policies::load(None)?, HouseRules::default()),
        }
    }
}

fn open<T>(folder: &DataFolder, chore: impl FnOnce(&Operator) -> Result<T>) -> Result<T> {
    let home = Home::Folder(folder.clone());
    let installation = Installation::open(&home, Policies::default(), Options::default()).map_err(explain)?;
    chore(&installation.operator())
}

fn explain(error: Error) -> Error {
    match error.downcast_ref::<OpenError>() {
        Some(OpenError::InUse(_)) => error.context(
            "accounts cannot be changed while the server runs: stop it (Ctrl-C, or SIGTERM to its process), do this \
             again, and start it",
        ),
        _ => error,
    }
}
