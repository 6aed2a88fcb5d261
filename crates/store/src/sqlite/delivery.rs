//! From a commit to its answers: sync the log, bring the names up to date, tell every command how it ended.
//!
//! ```text
//!   writer      COMMIT 1                  COMMIT 2                  COMMIT 3 ...
//!   answers              |--- sync: 1 ---|         |--- sync: 2 ---| ...
//! ```
//!
//! A commit writes the write-ahead log but does not wait for the disk; one sync of the log then covers all commits
//! before it, and only after that is anything answered. So the writer works while the disk does, and what it gathers
//! meanwhile is one commit: see `intake`. When nothing else is in hand, whoever wrote also syncs, and saves the way to
//! the other thread; what a lone command wrote is on disk before it comes here, see `redo`.
//!
//! Snapshots may show a commit a moment before its sync; only a crash of the machine could take it back.

use std::fs::File;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender};
use engine::ports::store::Result;
use engine::{Fault, FaultKind};

use super::group::{Command, said};
use super::rhythm::Rhythm;
use super::stop::Stop;
use crate::names::{Change, NameIndex};

/// How a command ended, unless something happens to its group.
pub(super) enum End {
    Kept,
    Undone,
    Failed(Fault),
}

impl End {
    /// The end, given how the group ended.
    pub(super) fn after(self, group: &Result<()>) -> Self {
        match (self, group) {
            (End::Failed(fault), _) => End::Failed(fault),
            (end, Ok(())) => end,
            // It certainly changed nothing, whatever became of the others.
            (End::Undone, Err(fault)) if fault.kind == FaultKind::OutcomeUnknown => {
                End::Failed(Fault::new(FaultKind::StoreStopped, &fault.message))
            }
            (End::Kept | End::Undone, Err(fault)) => End::Failed(fault.clone()),
        }
    }
}

/// Commands of one transaction that wait for their answers.
pub(super) struct Batch {
    pub(super) ended: Vec<(Command, End)>,
    /// What the transaction did to the names.
    pub(super) names: Vec<Change>,
    pub(super) lasts: Lasts,
}

/// When what a batch wrote is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lasts {
    /// It wrote nothing.
    Nothing,
    /// Since before it came here, with all that it was built on.
    Already,
    /// After a sync of the write-ahead log.
    OnceSynced,
}

impl Batch {
    /// Commands that all failed for one reason, before or instead of a commit.
    pub(super) fn failed(commands: &mut Vec<Command>, fault: &Fault) -> Self {
        let fault = nothing_done(fault);
        let ended = commands.drain(..).map(|command| (command, End::Failed(fault.clone()))).collect();
        Self { ended, names: Vec::new(), lasts: Lasts::Nothing }
    }
}

/// Why a command did nothing. What became of others may be unknown.
pub(super) fn nothing_done(fault: &Fault) -> Fault {
    match fault.kind {
        FaultKind::OutcomeUnknown => Fault::new(FaultKind::StoreStopped, &fault.message),
        _ => fault.clone(),
    }
}

/// Makes commits durable and answers them.
pub(super) struct Delivery {
    names: Arc<NameIndex>,
    stop: Arc<Stop>,
    /// The write-ahead log; `None` in memory.
    log: Option<Arc<File>>,
    /// Time added to every sync.
    delay: Option<Duration>,
    syncs: AtomicU64,
    /// Commands that were handed over and are not answered yet.
    in_hand: AtomicUsize,
    /// Batches on their way through the queue to the other thread, until they are answered.
    under_way: AtomicUsize,
    rhythm: Rhythm,
}

impl Delivery {
    pub(super) fn new(
        names: Arc<NameIndex>,
        stop: Arc<Stop>,
        log: Option<Arc<File>>,
        delay: Option<Duration>,
    ) -> Self {
        let (syncs, in_hand, under_way, rhythm) = Default::default();
        Self { names, stop, log, delay, syncs, in_hand, under_way, rhythm }
    }

    /// Counts a command that is handed over. `true` if it is alone: no other is in hand, and none can be expected.
    pub(super) fn take_in(&self) -> bool {
        self.in_hand.fetch_add(1, Ordering::AcqRel) == 0 && self.rhythm.is_alone()
    }

    /// Whether a command that came now would be alone.
    pub(super) fn is_idle(&self) -> bool {
        self.in_hand.load(Ordering::Acquire) == 0 && self.rhythm.is_alone()
    }

    /// Whether a command that was taken in is alone: no other is in hand, nor can be expected.
    pub(super) fn has_one_alone(&self) -> bool {
        self.in_hand.load(Ordering::Acquire) <= 1 && self.rhythm.is_alone()
    }

    /// Whether the other thread is at work.
    pub(super) fn is_busy(&self) -> bool {
        self.under_way.load(Ordering::Acquire) > 0
    }

    /// For how long to wait for one more command: see [`Rhythm::patience`].
    pub(super) fn patience(&self, since: Instant) -> Option<Duration> {
        self.rhythm.patience(since)
    }

    /// Delivers a batch at once if it is the only one and no more can be expected; else leaves that to the other
    /// thread.
    pub(super) fn dispatch(&self, batch: Batch, answers: Option<&Sender<Batch>>) {
        let alone = self.in_hand.load(Ordering::Acquire) <= batch.ended.len() && self.rhythm.is_alone();
        match answers.filter(|_| !alone) {
            None => self.deliver(vec![batch]),
            Some(answers) => {
                self.under_way.fetch_add(1, Ordering::AcqRel);
                if let Err(refused) = answers.send(batch) {
                    self.deliver(vec![refused.into_inner()]);
                }
            }
        }
    }

    /// Delivers what the writer leaves to this thread, until it closes the queue. Tells whenever it is done.
    pub(super) fn run(&self, queue: &Receiver<Batch>, free: &Sender<()>) {
        while let Ok(first) = queue.recv() {
            let batches: Vec<Batch> = std::iter::once(first).chain(queue.try_iter()).collect();
            let count = batches.len();
            self.deliver(batches);
            self.under_way.fetch_sub(count, Ordering::AcqRel);
            // A full channel means that the writer has not looked yet.
            let _ = free.try_send(());
        }
    }

    /// Waits until everything that was dispatched is delivered.
    pub(super) fn drain(&self) {
        while self.is_busy() {
            thread::yield_now();
        }
    }

    fn deliver(&self, batches: Vec<Batch>) {
        let in_hand = || self.in_hand.load(Ordering::Acquire);
        let wrote = batches.iter().any(|batch| batch.lasts == Lasts::OnceSynced);
        let synced = if wrote { self.rhythm.timed(|| self.sync(), in_hand) } else { Ok(()) };
        for batch in batches {
            let durable = match batch.lasts {
                Lasts::Nothing => self.unstopped(),
                Lasts::Already => Ok(()),
                Lasts::OnceSynced => synced.clone(),
            };
            if durable.is_ok() {
                self.names.apply(&batch.names);
            }
            for (command, last) in batch.ended {
                end(command, last.after(&durable));
                self.in_hand.fetch_sub(1, Ordering::AcqRel);
            }
        }
    }

    /// A batch without writes is good, unless what its refusals were built on is in doubt.
    fn unstopped(&self) -> Result<()> {
        self.stop.fault().map_or(Ok(()), |fault| Err(fault.clone()))
    }

    /// Runs a write that waits for the disk by itself.
    pub(super) fn writing_through<T>(&self, write: impl FnOnce() -> T) -> T {
        let write = || {
            self.count_sync();
            write()
        };
        self.rhythm.timed(write, || self.in_hand.load(Ordering::Acquire))
    }

    /// How many times something was brought to disk.
    pub(super) fn syncs(&self) -> u64 {
        self.syncs.load(Ordering::Relaxed)
    }

    fn count_sync(&self) {
        self.syncs.fetch_add(1, Ordering::Relaxed);
        self.delay.into_iter().for_each(thread::sleep);
    }

    /// Waits until everything committed so far is on disk. A failure is final: the next try could seem to succeed
    /// although the pages were dropped.
    fn sync(&self) -> Result<()> {
        let Some(log) = &self.log else { return Ok(()) };
        let unknown = |reason: &str| Fault::new(FaultKind::OutcomeUnknown, reason);
        if let Some(fault) = self.stop.fault() {
            return Err(unknown(&fault.message));
        }
        self.count_sync();
        log.sync_data().map_err(|error| {
            let reason = format!("the write-ahead log could not be synced: {error}");
            self.stop.now(&reason);
            unknown(&reason)
        })
    }
}

/// Opens the write-ahead log beside a database, for syncing it.
pub(super) fn open_log(database: &Path) -> io::Result<File> {
    let mut name = database.as_os_str().to_owned();
    name.push("-wal");
    File::options().write(true).open(name)
}

/// Tells a command how it ended; a panic there concerns nobody else.
pub(super) fn end(command: Command, end: End) {
    let result = match end {
        End::Kept | End::Undone => Ok(()),
        End::Failed(fault) => Err(fault),
    };
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| command.end(result))) {
        tracing::error!("a command panicked while it heard its end: {}", said(&*panic));
    }
}
