//! How long a start takes, from the birth of the process to the answer to a check.

use std::thread;
use std::time::Duration;

use anyhow::{Result, ensure};
use tokio::time::Instant;

use super::args::Kind;
use super::course::Course;
use super::crew::Runner as _;
use super::requests;
use super::server::{Server, Site};
use super::session::{OK, Writing};
use super::subject::Subject;

/// Starts a server and asks it something. The server, and how long that took.
///
/// # Errors
/// It does not start, or does not answer.
pub(super) fn timed(course: &Course, site: &Site) -> Result<(Server, Duration)> {
    let begun = Instant::now();
    let server = site.start(&[])?;
    let mut desk = Subject::of_server(&server)?.desk()?;
    let (code, _) = desk.ask(&requests::check([course.names.known(0).as_str()]))?;
    ensure!(code == OK, "a check was answered with {code}");
    Ok((server, begun.elapsed()))
}

/// Kills a server while many sessions create. The fresh numbers whose creation it acknowledged before.
///
/// # Errors
/// The sessions cannot be opened, or the server had ended before.
pub(super) fn kill_at_full_load(course: &Course, server: Server) -> Result<Vec<u32>> {
    let subject = Subject::of_server(&server)?;
    let sessions = course.plan.most_sessions().into();
    let mut crew = course.workshop(&subject).talkers(Kind::Create, sessions, Writing::Whole)?;
    let time = course.plan.slice / 2;
    let tally = thread::scope(|scope| {
        let running = scope.spawn(|| crew.run(time + LONGER));
        thread::sleep(time);
        server.kill()?;
        // Every session breaks now, as it should.
        running.join().map_err(|_| anyhow::anyhow!("a thread of the load generator panicked"))
    })?;
    Ok(tally.created)
}

/// The load goes on after the kill, so that it surely hits its midst.
const LONGER: Duration = Duration::from_secs(5);
