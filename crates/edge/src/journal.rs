//! The journal: every request and its answer, without secrets, written off the path of the requests.
//!
//! Recording copies an entry to a bounded queue and never waits. A thread of its own takes the entries off, scrubs
//! them and writes them as JSON lines. What does not fit the queue, or cannot be written, is counted: a line
//! `{"lost":n}` stands where entries are missing.
//!
//! A line is an object with `at` (Unix milliseconds), `protocol`, `peer` (address and port), `account` (or null),
//! `trid` (the server's), `code` (0 if there is none), `request` and `answer` (the documents as strings), in this
//! order.

mod batch;
mod entry;
mod files;
mod json;
mod queue;
mod tail;
mod writer;

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

pub use entry::Entry;

use crate::metrics::Metrics;
use files::Files;
use queue::Queue;
use tail::Tail;
use writer::Writer;

/// How much a journal keeps.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// A file is closed and numbered when it has reached this many bytes.
    pub max_file_bytes: u64,
    /// How many numbered files are kept besides the one being written.
    pub keep_files: u32,
    /// How many bytes of entries may wait to be written.
    pub queue_bytes: usize,
    /// How many bytes of the last lines are kept in memory for [`Journal::recent`].
    pub tail_bytes: usize,
}

/// A journal. Clones are the same journal; when the last is dropped, what was recorded is written.
#[derive(Clone, Debug)]
pub struct Journal(Option<Arc<Open>>);

#[derive(Debug)]
struct Open {
    queue: Arc<Queue>,
    tail: Arc<Tail>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Journal {
    /// Writes to `journal.jsonl` in this folder, after what stands there; full files become `journal.1.jsonl` (the
    /// latest), `journal.2.jsonl` and so on. Files are readable by their owner alone.
    pub fn open(folder: &Path, settings: Settings, metrics: &Metrics) -> io::Result<Self> {
        Self::start(Some(Files::open(folder, &settings)?), settings, metrics)
    }

    /// Keeps the last lines in memory alone.
    pub fn in_memory(settings: Settings, metrics: &Metrics) -> io::Result<Self> {
        Self::start(None, settings, metrics)
    }

    /// Keeps nothing.
    pub fn disabled() -> Self {
        Self(None)
    }

    /// Whether entries are kept, so that a caller may spare itself making them.
    pub fn is_enabled(&self) -> bool {
        self.0.is_some()
    }

    /// Records an entry, or counts it as lost when too many wait. Never blocks.
    pub fn record(&self, entry: &Entry<'_>) {
        if let Some(open) = &self.0 {
            open.queue.push(entry);
        }
    }

    /// The last `count` lines, oldest first, without line ends. Call [`flush`](Self::flush) before to have the latest.
    pub fn recent(&self, count: usize) -> Vec<String> {
        self.0.as_ref().map_or_else(Vec::new, |open| open.tail.last(count))
    }

    /// Waits until all that was recorded before is written. Blocks: not for asynchronous tasks.
    pub fn flush(&self) {
        if let Some(open) = &self.0 {
            open.queue.flush();
        }
    }

    /// Writes what was recorded and ends; entries recorded later are lost. Blocks: not for asynchronous tasks.
    pub fn close(&self) {
        if let Some(open) = &self.0 {
            open.close();
        }
    }

    fn start(files: Option<Files>, settings: Settings, metrics: &Metrics) -> io::Result<Self> {
        let queue = Arc::new(Queue::new(settings.queue_bytes, metrics.journal_lost()));
        let tail = Arc::new(Tail::new(settings.tail_bytes));
        let writer = Writer::new(Arc::clone(&queue), Arc::clone(&tail), files);
        let thread = std::thread::Builder::new().name("journal".to_owned()).spawn(move || writer.run())?;
        Ok(Self(Some(Arc::new(Open { queue, tail, thread: Mutex::new(Some(thread)) }))))
    }
}

impl Open {
    fn close(&self) {
        self.queue.close();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the journal's thread panicked");
        }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.close();
    }
}

impl Default for Settings {
    /// Eight files of 64 MiB, 16 MiB of entries waiting, 1 MiB of lines in memory.
    fn default() -> Self {
        Self { max_file_bytes: 64 << 20, keep_files: 7, queue_bytes: 16 << 20, tail_bytes: 1 << 20 }
    }
}

#[cfg(test)]
mod tests;
