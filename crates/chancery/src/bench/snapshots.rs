//! How long a sandbox takes to keep everything under a name, and to have it back.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde::Serialize;
use serde_json::Value;
use tokio::time::Instant;

use super::stats::median;

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
    let file = Control::at(http);
    let (taken, restored) = file.rounds()?;
    let (fork, forked) = file.timed("POST", "/sandbox/snapshots/bench/fork")?;
    let address =
        fork["server"]["listeners"]["http"].as_str().context("the fork has no listener for HTTP")?;
    let (taken_in_memory, restored_in_memory) = Control::at(address.parse()?).rounds()?;
    Ok(Snapshots { taken, restored, taken_in_memory, restored_in_memory, forked })
}

struct Control {
    address: SocketAddr,
    agent: ureq::Agent,
}

impl Control {
    fn at(address: SocketAddr) -> Self {
        let config = ureq::Agent::config_builder().timeout_global(Some(PATIENCE));
        Self { address, agent: config.build().into() }
    }

    /// Milliseconds to take and to bring back.
    fn rounds(&self) -> Result<(f64, f64)> {
        let (mut taken, mut restored) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            taken.push(self.timed("PUT", "/sandbox/snapshots/bench")?.1);
            restored.push(self.timed("POST", "/sandbox/snapshots/bench/restore")?.1);
        }
        Ok((median(taken).unwrap_or_default(), median(restored).unwrap_or_default()))
    }

    fn timed(&self, method: &str, path: &str) -> Result<(Value, f64)> {
        let request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("http://{}{path}", self.address))
            .header("content-type", "application/json")
            .body(())?;
        let begun = Instant::now();
        let mut response = self.agent.run(request).with_context(|| format!("{method} {path}"))?;
        let took = begun.elapsed();
        Ok((serde_json::from_str(&response.body_mut().read_to_string()?)?, took.as_secs_f64() * 1000.0))
    }
}

const ROUNDS: usize = 5;
const PATIENCE: Duration = Duration::from_secs(60);
