//! How long a start takes, from the birth of the process to the answer to a check.

use std::thread;
use std::time::Duration;

use anyhow::{Result, ensure};
use serde::Serialize;
use tokio::time::Instant;

use super::args::Kind;
use super::crew::Runner as _;
use super::requests::{self, Names};
use super::server::{Server, Site};
use super::session::{OK, Writing};
use super::stats::median;
use super::subject::Subject;
use super::tally::Failures;
use super::workload::Workshop;

/// Times of starts, in seconds.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(super) struct Starts {
    /// With an empty database.
    pub(super) empty: f64,
    /// With all the names, after an orderly end.
    pub(super) clean: Option<f64>,
    /// With all the names, after the process was killed while it was creating.
    pub(super) killed: Option<f64>,
}

/// Starts a server and asks it something; how long that took.
///
/// # Errors
/// It does not start, or does not answer.
pub(super) fn timed(site: &Site, names: &Names) -> Result<(Server, Duration)> {
    let begun = Instant::now();
    let server = site.start(&[])?;
    let mut desk = Subject::of_server(&server, site)?.desk()?;
    let (code, _) = desk.ask(&requests::check([names.known(0).as_str()]))?;
    ensure!(code == OK, "a check was answered with {code}");
    Ok((server, begun.elapsed()))
}

/// Ends and starts a server several times, in turn as it should be ended and by killing it while it creates. Gives
/// back the server that runs at the end, and adds to `created` what was acknowledged.
///
/// # Errors
/// It does not start any more, or loses its data.
pub(super) fn measure(
    site: &Site,
    mut server: Server,
    storm: impl Fn(&Subject) -> Result<Storm>,
    names: &Names,
    times: usize,
    created: &mut Vec<u32>,
) -> Result<(Server, Starts)> {
    let (mut clean, mut killed) = (Vec::new(), Vec::new());
    for _ in 0..times {
        server.terminate()?;
        let (started, took) = timed(site, names)?;
        clean.push(took.as_secs_f64());
        created.extend(storm(&Subject::of_server(&started, site)?)?.until_killed(started)?);
        let (restarted, took) = timed(site, names)?;
        killed.push(took.as_secs_f64());
        server = restarted;
    }
    Ok((server, Starts { empty: 0.0, clean: median(clean), killed: median(killed) }))
}
