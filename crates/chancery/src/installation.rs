//! A store with an engine on it.

use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::time::Duration;

use anyhow::{Context, Result};
use engine::keys::AuthInfoKey;
use engine::model::OperationId;
use engine::policy::Policies;
use engine::ports::store::{QueryJob, Result as StoreResult, Snapshot, Store};
use engine::ports::{Clock, Faults, NoFaults};
use engine::protection::{OwnNetwork, OwnZones};
use engine::{Engine, Parts};
use store::{Options, Picture, Sqlite};

use crate::clock::SystemClock;
use crate::entropy::SystemEntropy;
use crate::folder::DataFolder;
use crate::keys;
use crate::operator::Operator;

/// Where the data is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Home {
    /// In a folder.
    Folder(DataFolder),
    /// In a folder that holds a copy of the database, to be read: no authInfo can be checked there.
    Copy(DataFolder),
    /// In memory, gone at the end.
    Memory,
}

/// What an engine stands in: the world outside its rules.
pub(crate) struct Surroundings {
    /// The clock.
    pub(crate) clock: Arc<dyn Clock>,
    /// Trouble on order.
    pub(crate) faults: Arc<dyn Faults>,
    /// The key of authInfos, if it is not the home's own.
    pub(crate) key: Option<AuthInfoKey>,
    /// Whether there is somebody to hand letters to.
    pub(crate) mails: bool,
    /// What stands between engine and store.
    pub(crate) before_store: Decorator,
}

/// Puts something before a store.
pub(crate) type Decorator = Box<dyn FnOnce(Arc<dyn Store>) -> Result<Arc<dyn Store>>>;

impl Surroundings {
    /// The system's clock, no trouble but what really happens, and nobody who takes letters.
    pub(crate) fn real() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            faults: Arc::new(NoFaults),
            key: None,
            mails: false,
            before_store: Box::new(Ok),
        }
    }
}

/// An open store and the engine that works on it. Dropping it closes the store, after the last answer.
pub(crate) struct Installation {
    // In the order in which they have to go.
    engine: Engine,
    key: AuthInfoKey,
    store: KeptOpen,
}

impl Installation {
    /// Opens the data, and makes what is missing where there is none yet.
    ///
    /// # Errors
    /// The data is in use, of another version, damaged, or without its keys. An [`store::OpenError`] is in the chain.
    pub(crate) fn open(home: &Home, policies: Policies, options: Options) -> Result<Self> {
        Self::open_in(home, policies, options, Surroundings::real())
    }

    /// As [`Installation::open`], in other surroundings than the real ones.
    ///
    /// # Errors
    /// As there, or those of the surroundings.
    pub(crate) fn open_in(
        home: &Home,
        policies: Policies,
        options: Options,
        around: Surroundings,
    ) -> Result<Self> {
        let store = KeptOpen(Arc::new(open_store(home, options)?));
        let last = last_operation(&store.0)?;
        let authinfo_key = match (around.key, home) {
            (Some(key), _) => key,
            (None, Home::Folder(folder)) => keys::open_or_create(&folder.keys(), last.is_none())?,
            (None, Home::Copy(_) | Home::Memory) => keys::ephemeral(),
        };
        let engine = Engine::new(Parts {
            store: (around.before_store)(Arc::<Sqlite>::clone(&store.0))?,
            clock: around.clock,
            entropy: Arc::new(SystemEntropy),
            faults: around.faults,
            network: Arc::new(OwnNetwork),
            dns: Arc::new(OwnZones),
            signatures: Arc::new(csr::RingSignatures),
            policies,
            authinfo_key: authinfo_key.clone(),
            mails: around.mails,
            last_id: last_id(last),
        });
        Ok(Self { engine, key: authinfo_key, store })
    }

    /// The engine.
    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The store itself, for what only this kind of store can do.
    pub(crate) fn sqlite(&self) -> &Arc<Sqlite> {
        &self.store.0
    }

    /// The key of authInfos.
    pub(crate) fn authinfo_key(&self) -> &AuthInfoKey {
        &self.key
    }

    /// Someone who does chores with it.
    pub(crate) fn operator(&self) -> Operator {
        Operator::of(&self.engine)
    }
}

fn open_store(home: &Home, options: Options) -> Result<Sqlite> {
    match home {
        Home::Memory => Ok(Sqlite::in_memory(options)?),
        Home::Folder(folder) | Home::Copy(folder) => {
            folder.make()?;
            Ok(Sqlite::open(&folder.database(), options)?)
        }
    }
}

/// Keeps the store open until nobody else uses it any more.
///
/// The last to let go of a store ends its threads and waits for them, so that must not be one of them: a job that has
/// just been answered still holds the engine, and with it the store, for a moment.
struct KeptOpen(Arc<Sqlite>);

impl Drop for KeptOpen {
    fn drop(&mut self) {
        for _ in 0..LONGEST_WAIT_MILLIS {
            if Arc::strong_count(&self.0) == 1 {
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        // What was acknowledged is on disk; the process ends with the rest. One more holder, and nobody is the last.
        tracing::warn!("the store is still in use and is left to the end of the process");
        std::mem::forget(Arc::clone(&self.0));
    }
}

/// Asks for the latest operation on record.
struct LastOperation(std::sync::mpsc::SyncSender<StoreResult<Option<OperationId>>>);

impl QueryJob for LastOperation {
    fn run(self: Box<Self>, snapshot: StoreResult<&dyn Snapshot>) {
        let last = snapshot.and_then(engine::ports::store::History::last_operation);
        // The one who asked waits; if it does not, nobody misses the answer.
        let _ = self.0.send(last);
    }
}

fn last_operation(store: &Sqlite) -> Result<Option<OperationId>> {
    let (sender, receiver) = sync_channel(1);
    store.query(Box::new(LastOperation(sender)));
    Ok(receiver.recv().context("the store ended without an answer")??)
}

/// Makes everything in a sandbox's store as it was when a picture was taken, and the engine go on from there.
///
/// # Errors
/// The store's; then nothing was changed.
pub(crate) fn bring_back(store: &Sqlite, engine: &Engine, picture: &Picture) -> Result<()> {
    store.bring_back(picture)?;
    engine.rewind(last_id(last_operation(store)?));
    Ok(())
}

fn last_id(last: Option<OperationId>) -> i64 {
    last.map_or(0, |OperationId(id)| id.saturating_add(ROWS_BEHIND))
}

/// Ids of rows follow the id of the operation that wrote them, after those of all operations that came in while it
/// waited. About a minute of the clock lies between it and what is given next, in case the clock was set back.
const ROWS_BEHIND: i64 = 1 << 38;

const LONGEST_WAIT_MILLIS: u32 = 5_000;
