//! What a server stands on: data, engine, certificate, journal.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Error, Result, bail};
use ca::{Clerk, LocalAuthority};
use courier::Dispatcher;
use edge::{Desk, DueRunner, journal::Journal, metrics::Metrics};
use engine::ports::Clock;
use sandbox::World;
use store::{OpenError, Options};
use tokio_util::sync::CancellationToken;
use xfr::{Fetcher, TcpPrimaries};

use super::counts;
use super::forks::Seed;
use super::identity::Credentials;
use super::keep::StoreKeep;
use super::plan::Plan;
use super::playground::{self, Equipment, Playground};
use super::web::Web;
use crate::clock::SystemClock;
use crate::entropy::SystemEntropy;
use crate::installation::{Home, Installation, Surroundings, bring_back};
use crate::mode::Mode;
use crate::operator::Operator;
use crate::policies;
use crate::sandbox_accounts;

/// Everything a server needs beside its listeners.
pub(crate) struct Premises {
    pub(super) installation: Installation,
    pub(super) credentials: Credentials,
    pub(super) journal: Journal,
    pub(super) metrics: Metrics,
    pub(super) web: Web,
    pub(super) due: Arc<DueRunner>,
    pub(super) dispatcher: Arc<Dispatcher>,
    fetcher: Arc<Fetcher>,
    /// In a sandbox: elsewhere no authority is connected, and no certificate is sold.
    clerk: Option<Arc<Clerk>>,
    worker: Arc<rrp::Worker>,
    /// In a sandbox.
    pub(super) playground: Option<Playground>,
    broken: CancellationToken,
}

impl Premises {
    /// Opens them. The data comes first: whoever has its lock may touch what lies beside it.
    ///
    /// # Errors
    /// Why the server cannot start.
    pub(super) fn open(plan: &Plan) -> Result<Self> {
        let broken = CancellationToken::new();
        let equipment = equip(plan)?;
        let installation = open_data(plan, equipment.as_ref(), &broken).map_err(explain)?;
        let operator = installation.operator();
        match plan.mode {
            Mode::Sandbox => {
                sandbox_accounts::settle(&operator).context("the sandbox's accounts cannot be opened")?;
            }
            Mode::Production => check_accounts(&operator)?,
        }
        // Clients look at the certificate by their own clocks, however far a sandbox's was moved.
        let credentials = plan.identity.open(&plan.home, SystemClock.now())?;
        Self::furnish(plan, equipment, installation, credentials, broken)
    }

    /// Those of a fork: a sandbox in memory, on a copy of a world.
    ///
    /// # Errors
    /// The copy could not be made.
    pub(super) fn of_fork(seed: &Seed, world: &World) -> Result<Self> {
        let (equipment, broken) = (Equipment::of(&world.settings), CancellationToken::new());
        let around = Surroundings { key: Some(seed.key.clone()), ..equipment.surroundings() };
        let policies = seed.plan.policies.clone();
        let installation = Installation::open_in(&seed.plan.home, policies, Options::default(), around)?;
        bring_back(installation.sqlite(), installation.engine(), &world.picture)?;
        let credentials = Credentials::shared(seed.certificate.clone(), seed.ca_file.clone());
        let premises = Self::furnish(&seed.plan, Some(equipment), installation, credentials, broken)?;
        premises.playground.iter().for_each(|playground| playground.control.apply(&world.settings));
        Ok(premises)
    }

    /// Does what fell due while the server was down, so that no client comes before it.
    ///
    /// # Errors
    /// The store's.
    pub(super) async fn catch_up(&self) -> Result<()> {
        match &self.playground {
            Some(playground) => playground.timekeeper.run_due().await.map(drop)?,
            None => self.due.run(self.installation.engine().now()).await.map(drop)?,
        }
        Ok(())
    }

    /// Ends the forks of a sandbox, if there are any.
    pub(super) async fn stop_forks(&self) {
        if let Some(playground) = &self.playground {
            playground.forks.stop().await;
        }
    }

    /// Puts together what works with an engine.
    fn furnish(
        plan: &Plan,
        equipment: Option<Equipment>,
        installation: Installation,
        credentials: Credentials,
        broken: CancellationToken,
    ) -> Result<Self> {
        let metrics = Metrics::new();
        counts::register(&metrics, installation.engine(), installation.sqlite());
        let journal = open_journal(plan, &metrics).context("the journal cannot be opened")?;
        let desk = Desk::new(installation.engine().clone());
        let hashed = "Passwords hashed or compared with a hash, each at the cost of some milliseconds";
        metrics.register("passwords_hashed", hashed, desk.hashed());
        let web = Web::new(&desk, &plan.web, &journal, &metrics);
        let dispatcher = Arc::new(open_dispatch(plan, equipment.as_ref(), &installation)?);
        let fetcher = Arc::new(open_fetcher(plan, &installation)?);
        let clerk = open_clerk(plan, &installation)?.map(Arc::new);
        let worker = Arc::new(rrp::Worker::start(desk.clone()).context("the job queue needs a thread")?);
        let due = Arc::new(runner(&desk, &dispatcher, &fetcher, clerk.as_ref(), &worker));
        let playground = equipment.map(|equipment| {
            let tools = playground::Tools {
                desk,
                due: Arc::clone(&due),
                dispatcher: Arc::clone(&dispatcher),
                fetcher: Arc::clone(&fetcher),
                clerk: clerk.clone(),
                worker: Arc::clone(&worker),
                journal: journal.clone(),
                keep: StoreKeep::new(&installation, plan.policies.clone()),
                seed: Seed::new(
                    plan,
                    credentials.certificate.clone(),
                    credentials.ca_file.clone(),
                    installation.authinfo_key().clone(),
                ),
                web: web.clone(),
            };
            Playground::new(equipment, tools)
        });
        Ok(Self {
            installation,
            credentials,
            journal,
            metrics,
            web,
            due,
            dispatcher,
            fetcher,
            clerk,
            worker,
            playground,
            broken,
        })
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
        // Each holds the engine, and with it the store.
        drop((self.due, self.playground, self.web));
        // If somebody still holds it, it ends when they let go.
        if let Some(dispatcher) = Arc::into_inner(self.dispatcher) {
            dispatcher.close(LAST_DELIVERIES);
        }
        if let Some(fetcher) = Arc::into_inner(self.fetcher) {
            fetcher.close(LAST_DELIVERIES);
        }
        if let Some(clerk) = self.clerk.and_then(Arc::into_inner) {
            clerk.close(LAST_DELIVERIES);
        }
        if let Some(worker) = Arc::into_inner(self.worker) {
            worker.close(LAST_DELIVERIES);
        }
        // The metrics count what is in the store, so they go before it.
        drop(self.metrics);
        drop(self.installation);
    }
}

fn equip(plan: &Plan) -> Result<Option<Equipment>> {
    match (plan.mode, &plan.home) {
        (Mode::Production, _) => Ok(None),
        (Mode::Sandbox, Home::Folder(folder) | Home::Copy(folder)) => {
            Equipment::in_folder(&folder.clock()).map(Some)
        }
        (Mode::Sandbox, Home::Memory) => Ok(Some(Equipment::in_memory())),
    }
}

fn open_dispatch(
    plan: &Plan,
    equipment: Option<&Equipment>,
    installation: &Installation,
) -> Result<Dispatcher> {
    let couriers = match (equipment, &plan.couriers) {
        (Some(equipment), _) => Arc::new(equipment.couriers()),
        (None, Some(couriers)) => Arc::clone(couriers),
        (None, None) => bail!("nobody carries notices"),
    };
    Dispatcher::start(installation.engine().clone(), couriers, courier::Settings::default())
        .context("deliveries need threads")
}

fn open_fetcher(plan: &Plan, installation: &Installation) -> Result<Fetcher> {
    let primaries = TcpPrimaries::new(plan.primaries, xfr::Limits::default(), Arc::new(SystemEntropy));
    Fetcher::start(installation.engine().clone(), Arc::new(primaries), xfr::Settings::default())
        .context("transfers of DNS zones need threads")
}

/// Who asks the authority of certificates, which is one of this system's own.
fn open_clerk(plan: &Plan, installation: &Installation) -> Result<Option<Clerk>> {
    // Clients look at certificates by their own clocks, however far a sandbox's was moved.
    let now = SystemClock.now().seconds();
    let authority = match (plan.mode, &plan.home) {
        (Mode::Production, _) => return Ok(None),
        (Mode::Sandbox, Home::Folder(folder) | Home::Copy(folder)) => {
            LocalAuthority::open_or_create(&folder.certificate_authority(), now)
        }
        (Mode::Sandbox, Home::Memory) => LocalAuthority::ephemeral(now),
    };
    let authority = Arc::new(authority.context("the authority of certificates cannot be opened")?);
    Clerk::start(installation.engine().clone(), authority, ca::Settings::default())
        .context("asking for certificates needs threads")
        .map(Some)
}

/// The runner of what is due, with everybody to whom it hands something out.
fn runner(
    desk: &Desk,
    dispatcher: &Arc<Dispatcher>,
    fetcher: &Arc<Fetcher>,
    clerk: Option<&Arc<Clerk>>,
    worker: &Arc<rrp::Worker>,
) -> DueRunner {
    let (carrier, fetching, working) = (Arc::clone(dispatcher), Arc::clone(fetcher), Arc::clone(worker));
    let runner = DueRunner::new(desk.clone())
        .handing_to(move |parcels| carrier.take(parcels))
        .fetching_by(move |requests| fetching.take(requests))
        .working_by(move |tasks| working.take(tasks));
    match clerk.cloned() {
        Some(clerk) => runner.asking_by(move |asks| clerk.take(asks)),
        None => runner,
    }
}

fn open_data(plan: &Plan, equipment: Option<&Equipment>, broken: &CancellationToken) -> Result<Installation> {
    let broken = broken.clone();
    let options = Options {
        commit_delay: plan.commit_delay,
        on_stop: Some(Arc::new(move |_| broken.cancel())),
        ..Options::default()
    };
    let mails = plan.couriers.as_ref().is_some_and(|couriers| couriers.mail.is_some());
    let around =
        equipment.map_or_else(|| Surroundings { mails, ..Surroundings::real() }, Equipment::surroundings);
    let Home::Folder(folder) = &plan.home else {
        return Installation::open_in(&plan.home, plan.policies.clone(), options, around);
    };
    plan.mode.check(&folder.mode())?;
    let installation = Installation::open_in(&plan.home, plan.policies.clone(), options, around)?;
    plan.mode.mark(&folder.mode())?;
    Ok(installation)
}

/// What makes the accounts in the data unfit for production.
fn check_accounts(operator: &Operator) -> Result<()> {
    if let Some(clid) = sandbox_accounts::published(operator)? {
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

/// How long deliveries and transfers under way may take at the end.
const LAST_DELIVERIES: Duration = Duration::from_secs(2);
