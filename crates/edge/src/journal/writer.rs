//! The journal's thread.

use std::io;
use std::sync::Arc;

use super::entry::Entry;
use super::files::Files;
use super::queue::{Load, Queue};
use super::tail::Tail;

/// Takes entries off the queue, scrubs them, writes them.
pub(super) struct Writer {
    queue: Arc<Queue>,
    tail: Arc<Tail>,
    files: Option<Files>,
    line: Vec<u8>,
    scratch: Vec<u8>,
    /// Entries lost to the disk and not yet told in the file.
    unwritten: u64,
    /// The disk refused the last batch; said once, until it works again.
    failing: bool,
}

impl Writer {
    pub(super) fn new(queue: Arc<Queue>, tail: Arc<Tail>, files: Option<Files>) -> Self {
        let (line, scratch) = (Vec::new(), Vec::new());
        Self { queue, tail, files, line, scratch, unwritten: 0, failing: false }
    }

    /// Works until the queue is closed and empty.
    pub(super) fn run(mut self) {
        loop {
            let load = self.queue.take();
            self.write(&load);
            let last = load.last;
            self.queue.done(load);
            if last {
                return;
            }
        }
    }

    fn write(&mut self, load: &Load) {
        let mut failed = self.tell_unwritten().err();
        for entry in load.batch.entries() {
            failed = self.write_entry(&entry).err().or(failed);
        }
        if load.lost > 0 {
            failed = self.write_lost(load.lost).err().or(failed);
        }
        failed = self.files.as_mut().and_then(|files| files.flush().err()).or(failed);
        self.report(failed);
    }

    fn write_entry(&mut self, entry: &Entry<'_>) -> io::Result<()> {
        self.line.clear();
        entry.write(&mut self.line, &mut self.scratch);
        let written = self.write_line();
        if written.is_err() {
            self.queue.count_lost(1);
            self.unwritten += 1;
        }
        written
    }

    /// A gap the disk made is told as soon as the disk takes it.
    fn tell_unwritten(&mut self) -> io::Result<()> {
        let lost = std::mem::take(&mut self.unwritten);
        if lost == 0 { Ok(()) } else { self.write_lost(lost) }
    }

    fn write_lost(&mut self, lost: u64) -> io::Result<()> {
        self.line.clear();
        self.line.extend_from_slice(format!("{{\"lost\":{lost}}}\n").as_bytes());
        let written = self.write_line();
        if written.is_err() {
            self.unwritten += lost;
        }
        written
    }

    fn write_line(&mut self) -> io::Result<()> {
        self.tail.push(&self.line);
        self.files.as_mut().map_or(Ok(()), |files| files.write(&self.line))
    }

    fn report(&mut self, failed: Option<io::Error>) {
        match failed {
            Some(error) if !self.failing => tracing::error!(%error, "the journal cannot be written"),
            None if self.failing => tracing::info!("the journal is written again"),
            failed => {
                self.failing = failed.is_some();
                return;
            }
        }
        self.failing = !self.failing;
    }
}
