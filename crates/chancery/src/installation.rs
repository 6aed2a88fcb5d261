//! A store with an engine on it.

use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::time::Duration;

use anyhow::{Context, Result};
use engine::model::OperationId;
use engine::policy::Policies;
use engine::ports::NoFaults;
use engine::ports::store::{QueryJob, Result as StoreResult, Snapshot, Store};
use engine::{Engine, Parts};
use store::{Options, Sqlite};

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

/// An open store and the engine that works on it. Dropping it closes the store, after the last answer.
pub(crate) struct Installation {
    // In the order in which they have to go.
    engine: Engine,
    _store: KeptOpen,
}

impl Installation {
    /// Opens the data, and makes what is missing where there is none yet.
    ///
    /// # Errors
    /// The data is in use, of another version, damaged, or without its keys. An [`store::OpenError`] is in the chain.
    pub(crate) fn open(home: &Home, policies: Policies, options: Options) -> Result<Self> {
        let store = KeptOpen(Arc::new(open_store(home, options)?));
        let last = last_operation(&store.0)?;
        let authinfo_key = match home {
            Home::Folder(folder) => keys::open_or_create(&folder.keys(), last.is_none())?,
            Home::Copy(_) | Home::Memory => keys::ephemeral(),
        };
        let engine = Engine::new(Parts {
            store: Arc::<Sqlite>::clone(&store.0),
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
            faults: Arc::new(NoFaults),
            policies,
            authinfo_key,
            last_id: last.map_or(0, |OperationId(id)| id.saturating_add(ROWS_BEHIND)),
        });
        Ok(Self { engine, _store: store })
    }

    /// The engine.
    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
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

/// Ids of rows follow the id of the operation that wrote them, after those of all operations that came in while it
/// waited. About a minute of the clock lies between it and what is given next, in case the clock was set back.
const ROWS_BEHIND: i64 = 1 << 38;

const LONGEST_WAIT_MILLIS: u32 = 5_000;
