//! What a server stands on: data, engine, certificate, journal.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Error, Result, bail};
use edge::{Desk, DueRunner, journal::Journal, metrics::Metrics};
use store::{OpenError, Options};
use tokio_util::sync::CancellationToken;

use super::counts;
use super::identity::Credentials;
use super::plan::Plan;
use crate::installation::{Home, Installation};
use crate::mode::Mode;
use crate::operator::Operator;
use crate::policies;
use crate::sandbox;

/// Everything a server needs beside its listeners.
pub(crate) struct Premises {
    pub(super) installation: Installation,
    pub(super) credentials: Credentials,
    pub(super) journal: Journal,
    pub(super) metrics: Metrics,
    pub(super) due: Arc<DueRunner>,
    broken: CancellationToken,
}

impl Premises {
    /// Opens them. The data comes first: whoever has its lock may touch what lies beside it.
    ///
    /// # Errors
    /// Why the server cannot start.
    pub(super) fn open(plan: &Plan) -> Result<Self> {
        let broken = CancellationToken::new();
        let installation = open_data(plan, &broken).map_err(explain)?;
        let operator = installation.operator();
        match plan.mode {
            Mode::Sandbox => sandbox::settle(&operator).context("the sandbox's accounts cannot be opened")?,
            Mode::Production => check_accounts(&operator)?,
        }
        let credentials = plan.identity.open(&plan.home, installation.engine().now())?;
        let metrics = Metrics::new();
        counts::register(&metrics, installation.engine());
        let journal = open_journal(plan, &metrics).context("the journal cannot be opened")?;
        let due = Arc::new(DueRunner::new(Desk::new(installation.engine().clone())));
        Ok(Self { installation, credentials, journal, metrics, due, broken })
    }

    /// The way to the engine for protocols.
    pub(super) fn desk(&self) -> Desk {
        Desk::new(self.installation.engine().clone())
    }

    /// The file that clients have to trust, in a sandbox.
    pub(super) fn ca_file(&self) -> Option<&Path> {
        self.credentials.ca_file.as_deref()
    }

    /// Waits until the store has stopped by itself, which is for ever mostly.
    pub(super) async fn broken(&self) {
        self.broken.cancelled().await;
    }

    /// Closes everything, the store last. Blocks.
    pub(super) fn close(self) {
        self.journal.close();
        // The metrics count what is in the store, so they go before it.
        drop((self.metrics, self.due));
        drop(self.installation);
    }
}

fn open_data(plan: &Plan, broken: &CancellationToken) -> Result<Installation> {
    let broken = broken.clone();
    let options = Options {
        commit_delay: plan.commit_delay,
        on_stop: Some(Arc::new(move |_| broken.cancel())),
        ..Options::default()
    };
    let Home::Folder(folder) = &plan.home else {
        return Installation::open(&plan.home, plan.policies.clone(), options);
    };
    plan.mode.check(&folder.mode())?;
    let installation = Installation::open(&plan.home, plan.policies.clone(), options)?;
    plan.mode.mark(&folder.mode())?;
    Ok(installation)
}

/// What makes the accounts in the data unfit for production.
fn check_accounts(operator: &Operator) -> Result<()> {
    if let Some(clid) = sandbox::published(operator)? {
        bail!(
            "account {clid} has the secret of a sandbox account, which everybody knows: set another with \
             `chancery account passwd {clid}`"
        );
    }
    warn_of_prices(operator)
}

/// An account whose currency a zone has no prices in cannot register there.
fn warn_of_prices(operator: &Operator) -> Result<()> {
    for line in operator.query(engine::ops::account::List)? {
        let currency = line.account.currency;
        for zone in
            operator.engine().policies().zones().filter(|zone| !policies::has_prices_in(zone, currency))
        {
            tracing::warn!(account = %line.account.clid, zone = %zone.name, currency = currency.code(), "no prices in the account's currency");
        }
    }
    Ok(())
}

fn open_journal(plan: &Plan, metrics: &Metrics) -> std::io::Result<Journal> {
    match (plan.journal, &plan.home) {
        (None, _) => Ok(Journal::disabled()),
        (Some(settings), Home::Memory) => Journal::in_memory(settings, metrics),
        (Some(settings), Home::Folder(folder) | Home::Copy(folder)) => {
            Journal::open(&folder.journal(), settings, metrics)
        }
    }
}

fn explain(error: Error) -> Error {
    match error.downcast_ref::<OpenError>() {
        Some(OpenError::InUse(_)) => {
            error.context("another server runs on this data; stop it, or name another folder with --data")
        }
        _ => error,
    }
}
