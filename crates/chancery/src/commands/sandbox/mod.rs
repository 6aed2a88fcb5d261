//! `chancery sandbox`: what the control of a running sandbox does, from the shell.

mod action;
pub(crate) mod call;
mod setting;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::say;
use action::Action;

/// What to do, with which sandbox.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    #[command(subcommand)]
    action: Action,
    /// Where the sandbox listens for HTTP.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080", global = true)]
    http: SocketAddr,
    /// The ready file of the sandbox, which says where it listens.
    #[arg(long, value_name = "FILE", conflicts_with = "http", global = true)]
    ready_file: Option<PathBuf>,
}

/// Does it and shows the answer, which is JSON.
///
/// # Errors
/// There is no sandbox there, or it refused; then with its reason.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let address = args.address()?;
    let answer = call::ask(address, &args.action.call()?)?;
    say::line(&serde_json::to_string_pretty(&answer)?);
    Ok(ExitCode::SUCCESS)
}

impl Args {
    fn address(&self) -> Result<SocketAddr> {
        let Some(path) = &self.ready_file else { return Ok(self.http) };
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("the ready file {} cannot be read", path.display()))?;
        let ready: Value = serde_json::from_str(&text).context("the ready file")?;
        match ready["listeners"]["http"].as_str() {
            Some(address) => Ok(address.parse()?),
            None => bail!("{} names no listener for HTTP", path.display()),
        }
    }
}

const AFTER_HELP: &str = "\
Everything here is a request to the control API at /sandbox, which describes itself at /sandbox/openapi.json. Settings
are written KEY=VALUE; the API's own names. Answers are JSON.

Examples:
  chancery sandbox advance 30d              thirty days pass, with all that falls due on the way
  chancery sandbox fault store unknown next=1 account=ALPHA
                                            ALPHA's next change ends in an unknown result
  chancery sandbox snapshot before          keep everything as it is now
  chancery sandbox restore before           and have it back, the clock too
  chancery sandbox open CHARLIE secret=charlie-secret balance=25.00
  chancery sandbox counterpart BRAVO approve after=2d
  chancery sandbox seed nominet each=3      names of .uk in every state, for ALPHA, BRAVO and every other tag
  chancery sandbox journal operation=domain_renew object=shop.test
                                            was it renewed exactly once?";
