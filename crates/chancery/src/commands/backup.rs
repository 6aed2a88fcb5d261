//! `chancery backup`: a copy of the data, also while the server runs.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::chores::DataArgs;
use crate::{permissions, say};

/// Of which data, and where to.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    /// The file to make. It must not be there yet.
    #[arg(value_name = "FILE")]
    target: PathBuf,
    #[command(flatten)]
    data: DataArgs,
}

/// Makes the copy.
///
/// # Errors
/// There is no data, the file is there, or reading or writing failed. No half copy is left behind.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let folder = args.data.folder()?;
    folder.require_database()?;
    // It holds everything that the closed data folder does.
    permissions::keep_everything_private();
    store::backup_file(&folder.database(), &args.target).context("no backup was made")?;
    let keys = folder.keys();
    say::line(&format!(
        "The data is in {}. Keep a copy of {} with it, at another place: without it the authInfos in the data are of no use.",
        args.target.display(),
        keys.display()
    ));
    Ok(ExitCode::SUCCESS)
}

const AFTER_HELP: &str = "\
The copy is what was committed at one moment, whatever is written meanwhile. To go back to it: stop the server, put the
copy in the place of registry.sqlite in the data folder (and remove registry.sqlite-wal, -shm and -redo), start the server.

Examples:
  chancery backup /backups/registry-monday.sqlite
  chancery backup --config chancery.toml /backups/registry-monday.sqlite";
