//! What a session costs that does nothing.

use anyhow::{Result, ensure};
use serde::Serialize;
use tokio::time::Instant;

use super::args::Kind;
use super::clients::Talker;
use super::crew::{Client as _, Crew};
use super::session::{OK, Writing};
use super::usage;
use super::workload::Workshop;

/// Idle sessions, logged in, each having done one check.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Idle {
    /// How many there were.
    pub(super) sessions: usize,
    /// Resident memory of the server's that each took, in bytes.
    pub(super) bytes_each: f64,
    /// How long it took to open them all, 64 at a time, in seconds.
    pub(super) seconds_to_open: f64,
}

/// Opens sessions and looks at what the server's memory does. `None` if its process is not known.
///
/// # Errors
/// There cannot be so many open files, or a session cannot be opened.
pub(super) fn measure(workshop: &Workshop<'_>) -> Result<Option<Idle>> {
    let Some(pid) = workshop.subject.pid else { return Ok(None) };
    let sessions = workshop.plan.idle;
    allow(sessions)?;
    // What the first sessions make the server allocate once is not the price of a session.
    let first = open(workshop, FIRST)?;
    let before = usage::resident(pid);
    let begun = Instant::now();
    let crew = open(workshop, sessions)?;
    let seconds_to_open = begun.elapsed().as_secs_f64();
    let after = usage::resident(pid);
    drop((first, crew));
    let measured = before.zip(after).map(|(before, after)| after.saturating_sub(before) as f64);
    Ok(measured.map(|bytes| Idle { sessions, bytes_each: bytes / sessions as f64, seconds_to_open }))
}

fn open(workshop: &Workshop<'_>, sessions: usize) -> Result<Crew<Talker>> {
    let script = workshop.scripts(Kind::Check);
    Crew::gather(sessions, 1, |number| {
        let (entering, script) = (workshop.subject.enter(Writing::Whole, number), script(number));
        async move {
            let mut talker = Talker::new(entering.await?, script, Writing::Whole);
            match talker.once().await? {
                OK => Ok(talker),
                code => Err(std::io::Error::other(format!("a check was answered with {code}"))),
            }
        }
    })
}

/// Raises the limit on open files as far as it goes, and says what to do if that is not far enough.
fn allow(sessions: usize) -> Result<()> {
    raise_limit();
    let (wanted, allowed) = (sessions as u64 + SPARE, usage::open_files().unwrap_or(u64::MAX));
    ensure!(
        wanted <= allowed,
        "{sessions} sessions need {wanted} open files, and {allowed} are allowed: \
         run `ulimit -n {wanted}` before, or ask for fewer sessions with --idle"
    );
    Ok(())
}

#[cfg(unix)]
fn raise_limit() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    // If it cannot be raised, the limit that is read next tells.
    let _ = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit });
}

#[cfg(not(unix))]
fn raise_limit() {}

const FIRST: usize = 64;
/// Open files beside the idle sessions.
const SPARE: u64 = 500;
