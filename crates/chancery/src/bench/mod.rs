//! `chancery bench`: a load generator for EPP, and the yardsticks beside it.
//!
//! ```text
//!   course         the order of everything: start, load, measure, kill, audit
//!     workload     which requests against which yardstick
//!       contest    slices of yardstick and server in turn; pairs that others disturbed are rejected
//!         crew     many clients at once, on threads of their own
//!           session, draft, inbox     one connection, its frames
//!   yardstick      TLS echo (a process of its own), SQLite rows
//!   report, goals  what came of it
//! ```
//!
//! Rates are never judged, only their ratios to a yardstick that ran on the same machine in the same seconds.

mod args;
mod audit;
mod clients;
mod contest;
mod course;
mod crew;
mod disk;
mod draft;
mod goals;
mod idle;
mod inbox;
mod plan;
mod preload;
mod process;
mod report;
mod requests;
mod server;
mod session;
mod snapshots;
mod starts;
mod stats;
mod subject;
mod syncs;
mod tally;
mod two_writes;
mod usage;
mod workload;
mod yardstick;

use std::process::ExitCode;

use anyhow::Result;

pub(crate) use args::Args;

use crate::say;
use args::Errand;
use course::Course;
use plan::Plan;
use yardstick::echo;

/// Measures, and says what came of it. The exit code is 1 if a request failed or the audit did not pass.
///
/// # Errors
/// What made measuring impossible.
#[allow(clippy::needless_pass_by_value, reason = "every subcommand is handed its arguments")]
pub(crate) fn run(args: Args) -> Result<ExitCode> {
    if let Some(Errand::Echo { folder }) = &args.errand {
        return echo::serve(folder);
    }
    let course = Course::prepare(Plan::of(&args), &args.zone)?;
    let report = match &args.target.target {
        None => course.run_own()?,
        Some(address) => course.run_target(address, &args.target)?,
    };
    say::line(&if args.json { report.to_json()? } else { report.to_text() });
    Ok(if report.is_passed() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
