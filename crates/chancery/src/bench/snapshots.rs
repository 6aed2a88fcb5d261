//! How long a sandbox takes to keep everything under a name, and to have it back.

use std::net::SocketAddr;

use anyhow::{Context as _, Result};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::stats::median;
use crate::commands::sandbox::call::{self, Call};

/// In milliseconds, medians of some rounds, over HTTP.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Snapshots {
    /// Taken of a database in a file.
    pub(super) taken: f64,
    /// Brought back into a database in a file.
    pub(super) restored: f64,
    /// Taken of a database in memory.
    pub(super) taken_in_memory: f64,
    /// Brought back into a database in memory.
    pub(super) restored_in_memory: f64,
    /// Another server started on a copy.
    pub(super) forked: f64,
}

/// Measures a server on a file, and a fork of it, which is one in memory.
///
/// # Errors
/// The control does not do what it should.
pub(super) fn measure(http: SocketAddr) -> Result<Snapshots> {
    let (taken, restored) = rounds(http)?;
    let (fork, forked) = timed(http, &Call::post(&["snapshots", NAME, "fork"], json!({})))?;
    let address =
        fork["server"]["listeners"]["http"].as_str().context("the fork has no listener for HTTP")?;
    let (taken_in_memory, restored_in_memory) = rounds(address.parse()?)?;
    Ok(Snapshots { taken, restored, taken_in_memory, restored_in_memory, forked })
}

/// Milliseconds to take and to bring back.
fn rounds(http: SocketAddr) -> Result<(f64, f64)> {
    let take = Call::put(&["snapshots", NAME], Value::Null);
    let restore = Call::post(&["snapshots", NAME, "restore"], Value::Null);
    let (mut taken, mut restored) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        taken.push(timed(http, &take)?.1);
        restored.push(timed(http, &restore)?.1);
    }
    Ok((median(taken).unwrap_or_default(), median(restored).unwrap_or_default()))
}

fn timed(http: SocketAddr, call: &Call) -> Result<(Value, f64)> {
    let begun = Instant::now();
    let answer = call::ask(http, call)?;
    Ok((answer, begun.elapsed().as_secs_f64() * 1000.0))
}

const NAME: &str = "bench";
const ROUNDS: usize = 5;
