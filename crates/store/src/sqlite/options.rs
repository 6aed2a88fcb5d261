use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use engine::Fault;

/// Stands before every commit, also one that is a frame of the redo log. The sandbox orders a failing or slow store here.
pub trait CommitGate: Send + Sync {
    /// Lets the commit through, or says what happens instead.
    ///
    /// # Errors
    /// The fault that every command of the group ends with; nothing of the group is kept. A fault of the kind
    /// `OutcomeUnknown` or `StoreStopped` stops the store, as a failing disk would.
    fn before_commit(&self) -> Result<(), Fault>;
}

/// Hears why a store stopped.
pub type OnStop = Arc<dyn Fn(&Fault) + Send + Sync>;

/// How to open a store.
#[derive(Clone)]
pub struct Options {
    /// Threads that answer queries, at least one.
    pub readers: usize,
    /// The most commands in one commit, at least one.
    pub group: usize,
    /// The most memory for the writer's pages, in bytes. It uses less while the file is small. What it misses the
    /// operating system has at hand, and every commit looks through all of it once: more is not always better.
    pub cache: u64,
    /// The size in bytes beyond which the file must not grow; commands then fail as on a full disk.
    pub quota: Option<u64>,
    /// Time added to every commit, to see how things are on a slow disk.
    pub commit_delay: Option<Duration>,
    /// Stands before every commit.
    pub gate: Option<Arc<dyn CommitGate>>,
    /// Hears once, on whatever thread met the reason, that the store stopped for good, and why. The process should then end.
    pub on_stop: Option<OnStop>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            readers: 2,
            group: 128,
            cache: 16 << 20,
            quota: None,
            commit_delay: None,
            gate: None,
            on_stop: None,
        }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("readers", &self.readers)
            .field("group", &self.group)
            .field("cache", &self.cache)
            .field("quota", &self.quota)
            .field("commit_delay", &self.commit_delay)
            .field("gate", &self.gate.is_some())
            .field("on_stop", &self.on_stop.is_some())
            .finish()
    }
}
