//! `chancery journal`: what was asked and answered.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use engine::model::OperationId;
use serde_json::Value;

use crate::folder::DataFolder;
use crate::say;

/// What to look up.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Show one request whole with its answer, secrets left out: what support is sent.
    Show {
        /// The TrackingKey of an answer of Enom, or the server's own id of the request (svTRID).
        key: String,
        /// The data folder.
        #[arg(long, default_value = "chancery-data")]
        data: PathBuf,
    },
}

/// Does it.
///
/// # Errors
/// There is no such request in the journal, or it cannot be read.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let Command::Show { key, data } = &args.command;
    let operation = enom::operation_of(key).or_else(|| OperationId::parse(key.trim()));
    let operation =
        operation.with_context(|| format!("{key} is neither a TrackingKey nor an svTRID of ours"))?;
    let folder = DataFolder::at(data.clone()).journal();
    let Some(entry) = find(&folder, &operation.to_string())? else {
        bail!("the journal in {} holds no request {key}", folder.display());
    };
    say::line(&shown(&entry));
    Ok(ExitCode::SUCCESS)
}

/// The entry of a request, looked for in the latest file first.
fn find(folder: &Path, trid: &str) -> Result<Option<Value>> {
    let numbered = (1..).map(|number| folder.join(format!("journal.{number}.jsonl")));
    let files =
        std::iter::once(folder.join("journal.jsonl")).chain(numbered.take_while(|file| file.exists()));
    for file in files.filter(|file| file.exists()) {
        let lines =
            BufReader::new(File::open(&file).with_context(|| format!("cannot open {}", file.display()))?);
        for line in lines.lines() {
            let line = line.with_context(|| format!("cannot read {}", file.display()))?;
            let entry = line.contains(trid).then(|| serde_json::from_str::<Value>(&line).ok()).flatten();
            if let Some(entry) = entry.filter(|entry| entry["trid"] == trid) {
                return Ok(Some(entry));
            }
        }
    }
    Ok(None)
}

fn shown(entry: &Value) -> String {
    let text = |name: &str| entry[name].as_str().unwrap_or("-").to_owned();
    format!(
        "{} from {} by {}, at {} ms\n\nrequest\n{}\n\nanswer\n{}",
        text("protocol"),
        text("peer"),
        text("account"),
        entry["at"],
        text("request"),
        text("answer")
    )
}
