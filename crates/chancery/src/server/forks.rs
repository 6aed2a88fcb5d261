//! Further servers in the same process, each on a copy of a sandbox's world and on ports of its own.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, ensure};
use edge::Shutdown;
use engine::Fault;
use engine::keys::AuthInfoKey;
use sandbox::{Future, World};
use serde_json::Value;

use super::identity::Certificate;
use super::listeners::Listeners;
use super::premises::Premises;
use super::{Plan, do_what_falls_due, ready};
use crate::installation::Home;

/// Starts forks, and ends them with the server they came from.
pub(super) struct ForkStarter {
    seed: Seed,
    running: Mutex<Vec<Fork>>,
}

/// What a fork has in common with the server it comes from.
#[derive(Clone)]
pub(super) struct Seed {
    /// In memory, on any free ports.
    pub(super) plan: Plan,
    /// Clients of a fork trust what they trust already.
    pub(super) certificate: Certificate,
    pub(super) ca_file: Option<PathBuf>,
    /// The authInfos in the copy are hashed under it.
    pub(super) key: AuthInfoKey,
}

struct Fork {
    premises: Arc<Premises>,
    shutdown: Shutdown,
}

impl Seed {
    /// The seed of a sandbox's forks.
    pub(super) fn new(
        plan: &Plan,
        certificate: Certificate,
        ca_file: Option<PathBuf>,
        key: AuthInfoKey,
    ) -> Self {
        let any_port = |_| SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);
        let plan = Plan {
            home: Home::Memory,
            addresses: plan.addresses.map(any_port),
            ready_file: None,
            commit_delay: None,
            ..plan.clone()
        };
        Self { plan, certificate, ca_file, key }
    }
}

impl ForkStarter {
    pub(super) fn new(seed: Seed) -> Self {
        Self { seed, running: Mutex::default() }
    }

    async fn start(&self, world: World) -> Result<Value> {
        ensure!(self.running().len() < MOST, "there are {MOST} forks already, which end with this server");
        let seed = self.seed.clone();
        let premises = tokio::task::spawn_blocking(move || Premises::of_fork(&seed, &world)).await??;
        let premises = Arc::new(premises);
        let plan = &self.seed.plan;
        let shutdown = Shutdown::new(plan.limits.stop_grace());
        let listeners = Listeners::bind(plan.addresses).context("the fork's listeners")?;
        let addresses = listeners.addresses();
        do_what_falls_due(&premises, &shutdown);
        listeners.serve(plan, &premises, &shutdown);
        self.running().push(Fork { premises, shutdown });
        tracing::info!(%addresses, "a fork serves");
        Ok(ready::content(plan.mode, &addresses, self.seed.ca_file.as_deref()))
    }

    /// Ends them all, and theirs.
    pub(super) async fn stop(&self) {
        let forks = std::mem::take(&mut *self.running());
        for Fork { premises, shutdown } in forks {
            shutdown.stop().await;
            Box::pin(premises.stop_forks()).await;
            // Closing waits for threads.
            drop(tokio::task::spawn_blocking(move || Arc::into_inner(premises).map(Premises::close)).await);
        }
    }

    fn running(&self) -> std::sync::MutexGuard<'_, Vec<Fork>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl sandbox::Forks for ForkStarter {
    fn fork(&self, world: World) -> Future<'_, Result<Value, Fault>> {
        Box::pin(async move {
            self.start(world)
                .await
                .map_err(|error| Fault::internal(format!("no fork was started: {error:#}")))
        })
    }
}

const MOST: usize = 64;
