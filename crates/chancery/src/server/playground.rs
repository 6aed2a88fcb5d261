//! What a sandbox has around its engine, and production has not: a clock to move, trouble on order, mail that is sent
//! to nobody.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use ca::Clerk;
use courier::{Couriers, Dispatcher, HttpCourier, Mail, Reach};
use edge::journal::Journal;
use edge::{Desk, DueRunner};
use engine::ports::Undelivered;
use sandbox::counterpart::{Counterparts, Ear};
use sandbox::faults::{FaultyStore, Plan};
use sandbox::{Control, Errands, Future, Hands, Mailbox, Message, Parts, SandboxClock, Settings, Timekeeper};
use xfr::Fetcher;

use super::forks::{ForkStarter, Seed};
use super::keep::StoreKeep;
use super::web::Web;

use crate::clock::SystemClock;
use crate::installation::Surroundings;

/// Made before the engine, because the engine stands in it.
pub(super) struct Equipment {
    clock: Arc<SandboxClock>,
    faults: Arc<Plan>,
    mailbox: Arc<Mailbox>,
    ear: Arc<Ear>,
}

/// Made behind the engine, because it works with it.
pub(super) struct Playground {
    pub(super) timekeeper: Arc<Timekeeper>,
    pub(super) forks: Arc<ForkStarter>,
    pub(super) control: Control,
}

/// What it works with.
pub(super) struct Tools {
    pub(super) desk: Desk,
    pub(super) due: Arc<DueRunner>,
    pub(super) dispatcher: Arc<Dispatcher>,
    pub(super) fetcher: Arc<Fetcher>,
    pub(super) clerk: Option<Arc<Clerk>>,
    pub(super) worker: Arc<rrp::Worker>,
    pub(super) journal: Journal,
    pub(super) keep: StoreKeep,
    pub(super) seed: Seed,
    pub(super) web: Web,
}

impl Equipment {
    /// A clock that stands as it did when the sandbox last ran in this folder, and nothing ordered.
    ///
    /// # Errors
    /// The file with the clock's hands cannot be read.
    pub(super) fn in_folder(clock_file: &Path) -> Result<Self> {
        let hands = read_hands(clock_file)?;
        let file = clock_file.to_owned();
        let clock = SandboxClock::new(Arc::new(SystemClock), hands);
        Ok(Self::with(clock.telling(move |hands| keep_hands(&file, hands))))
    }

    /// The system's time, and nothing ordered.
    pub(super) fn in_memory() -> Self {
        Self::with(SandboxClock::new(Arc::new(SystemClock), Hands::default()))
    }

    /// Everything as it was kept.
    pub(super) fn of(settings: &Settings) -> Self {
        let equipment = Self::with(SandboxClock::new(Arc::new(SystemClock), settings.clock));
        equipment.faults.set_orders(settings.faults.clone());
        equipment.mailbox.replace(&settings.mail);
        equipment
    }

    fn with(clock: SandboxClock) -> Self {
        let (faults, mailbox, ear) = (Arc::default(), Arc::default(), Arc::default());
        Self { clock: Arc::new(clock), faults, mailbox, ear }
    }

    /// What the engine stands in.
    pub(super) fn surroundings(&self) -> Surroundings {
        let (plan, ear) = (Arc::clone(&self.faults), Arc::clone(&self.ear));
        Surroundings {
            clock: self.clock.clone(),
            faults: self.faults.clone(),
            key: None,
            mails: true,
            before_store: Box::new(move |store| {
                let store = FaultyStore::new(store, plan, ear).context("ordered faults need a thread")?;
                Ok(Arc::new(store))
            }),
        }
    }

    /// Posts go to whatever URL an account names; mail goes into the mailbox.
    pub(super) fn couriers(&self) -> Couriers {
        let mailbox = Arc::clone(&self.mailbox);
        let postbox = move |mail: &Mail| -> std::result::Result<(), Undelivered> {
            mailbox.put(message(mail));
            Ok(())
        };
        Couriers {
            url: HttpCourier::new(Reach::Anywhere),
            mail: Some(Arc::new(postbox)),
            forms: wapi::FORMS.to_vec(),
        }
    }
}

impl Playground {
    /// Puts the rest around an engine.
    pub(super) fn new(equipment: Equipment, tools: Tools) -> Self {
        let Tools { desk, due, dispatcher, fetcher, clerk, worker, journal, keep, seed, web } = tools;
        let counterparts = Arc::new(Counterparts::new(desk.clone(), equipment.ear));
        let timekeeper = Timekeeper::new(equipment.clock, due, Arc::clone(&counterparts));
        let handed_out = HandedOut { dispatcher, fetcher, clerk, worker };
        let timekeeper = Arc::new(timekeeper.waiting_for(Arc::new(handed_out)));
        let forks = Arc::new(ForkStarter::new(seed));
        let control = Control::new(Parts {
            desk,
            timekeeper: Arc::clone(&timekeeper),
            faults: equipment.faults,
            counterparts,
            mailbox: equipment.mailbox,
            keep: Arc::new(keep),
            forks: Some(Arc::<ForkStarter>::clone(&forks)),
            journal,
            knobs: web.knobs(),
        });
        Self { timekeeper, forks, control }
    }
}

/// Deliveries, transfers, questions to the authority and jobs that were handed out when they fell due.
struct HandedOut {
    dispatcher: Arc<Dispatcher>,
    fetcher: Arc<Fetcher>,
    clerk: Option<Arc<Clerk>>,
    worker: Arc<rrp::Worker>,
}

impl Errands for HandedOut {
    fn settle(&self) -> Future<'_, ()> {
        let (dispatcher, fetcher) = (Arc::clone(&self.dispatcher), Arc::clone(&self.fetcher));
        let (clerk, worker) = (self.clerk.clone(), Arc::clone(&self.worker));
        Box::pin(async move {
            // The answers of the authority and the ends of jobs leave deliveries, so these come last.
            let asked = move || clerk.is_none_or(|clerk| clerk.settle(PATIENCE));
            let ended = move || worker.settle(PATIENCE) && fetcher.settle(PATIENCE) && asked();
            let settle = move || ended() && dispatcher.settle(PATIENCE);
            let settled = tokio::task::spawn_blocking(settle);
            if !settled.await.unwrap_or(false) {
                tracing::warn!(
                    "deliveries, transfers, certificates or jobs take long; the clock moves on without them"
                );
            }
        })
    }
}

fn message(mail: &Mail) -> Message {
    let Mail { id, to, subject, text, at } = mail.clone();
    Message { id, to: to.to_string(), subject, text, at }
}

fn read_hands(file: &Path) -> Result<Hands> {
    if !file.exists() {
        return Ok(Hands::default());
    }
    let told = || {
        format!("the sandbox's clock {} cannot be read; remove it to have the system's time", file.display())
    };
    let text = fs::read_to_string(file).with_context(told)?;
    serde_json::from_str(&text).with_context(told)
}

/// Written by rename, so that nobody reads half of it. A clock that cannot be kept still works until the end.
fn keep_hands(file: &Path, hands: Hands) {
    let partial: PathBuf = file.with_extension("partial");
    let written = serde_json::to_string(&hands).map_err(std::io::Error::other);
    let kept =
        written.and_then(|text| write_through(&partial, &text)).and_then(|()| fs::rename(&partial, file));
    if let Err(error) = kept {
        tracing::warn!(%error, file = %file.display(), "the clock's position is not kept over a restart");
    }
}

/// On disk before anybody finds it under its name.
fn write_through(file: &Path, text: &str) -> std::io::Result<()> {
    let mut file = fs::File::create(file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// For deliveries at one step of the clock.
const PATIENCE: Duration = Duration::from_secs(15);
