//! `chancery explain`: what an answer means, whoever gave it.

use std::io::{self, IsTerminal, Read};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::say;

/// What to explain, and for whom.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    /// A code (2302, or epp 2302), the name of an outcome, or a whole answer. `-` or nothing: read standard input.
    #[arg(value_name = "CODE")]
    input: Vec<String>,
    /// Answer in JSON, for programs.
    #[arg(long)]
    json: bool,
}

/// Explains it.
///
/// # Errors
/// The input is nothing that can be explained.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let input = args.text()?;
    let explanation = outcomes::explain::explain(&input)?;
    if args.json {
        say::line(&serde_json::to_string_pretty(&explanation.to_json())?);
    } else {
        say::line(&explanation.to_text());
    }
    Ok(ExitCode::SUCCESS)
}

impl Args {
    fn text(&self) -> Result<String> {
        match self.input.as_slice() {
            [] if io::stdin().is_terminal() => bail!("what shall be explained? Try: chancery explain 2302"),
            [] => standard_input(),
            [dash] if dash == "-" => standard_input(),
            words => Ok(words.join(" ")),
        }
    }
}

fn standard_input() -> Result<String> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(LONGEST_INPUT).read_to_end(&mut bytes).context("reading standard input")?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// More than is ever explained, so that a longer input is refused for its length and not cut in silence.
const LONGEST_INPUT: u64 = 4 << 20;

const AFTER_HELP: &str = "\
The protocol is recognised by itself, and the answer may be of any registry or reseller that speaks it.

Examples:
  chancery explain 2302                   a bare code
  chancery explain epp 2302               a code of one protocol
  chancery explain authinfo_wrong         an outcome by name
  chancery explain - < answer.xml         a whole answer of EPP or WAPI
  chancery explain - < answer.json        a whole answer of WAPI in JSON
  grep '<response>' client.log | tail -1 | chancery explain --json";
