//! What comes in for one transaction, and when to commit it.
//!
//! ```text
//!   disk       |------ sync 1 ------|          |------ sync 2 ------|
//!   writer     a  b   c      d   e   f g h  i  COMMIT  j  k ...
//!                                             ^ nobody came for a while
//! ```
//!
//! While the disk is busy with the commit before, this one would only wait for it, so the transaction stays open and
//! takes what comes. Once the disk is free, those who were just answered are likely to ask again: it stays open as
//! long as they keep coming. What waiting is worth is told by the last sync, see [`Rhythm`]: a fast disk waits for a
//! moment that it would hardly have saved, a slow one fills the group that makes it bearable. One session alone never
//! waits.

use std::time::Instant;

use crossbeam_channel::{Receiver, select};

use super::delivery::Delivery;
use super::group::Command;
use super::rhythm::now;
use super::writer::{Work, Writer};

/// The commands of one transaction, as they come.
pub(super) struct Intake<'i> {
    work: &'i Receiver<Work>,
    delivery: &'i Delivery,
    /// Says that the disk is free.
    free: Option<&'i Receiver<()>>,
    /// How many more fit into the transaction.
    room: usize,
    /// Since when nothing but the hope for more holds up the commit.
    waits_since: Option<Instant>,
    /// What came and is no command: it is done after this transaction.
    other: Option<Work>,
}

impl<'i> Intake<'i> {
    /// The intake of a transaction that has its first command.
    pub(super) fn new(work: &'i Receiver<Work>, writer: &'i Writer) -> Self {
        Self {
            work,
            delivery: &writer.delivery,
            free: writer.answers.as_ref().map(|(_, free)| free),
            room: writer.options.group.saturating_sub(1),
            waits_since: None,
            other: None,
        }
    }

    /// The next command; `None` when it is time to commit.
    pub(super) fn next(&mut self) -> Option<Command> {
        if self.room == 0 || self.other.is_some() {
            return None;
        }
        match self.wait()? {
            Work::Command(command) => {
                self.room -= 1;
                Some(command)
            }
            other => {
                self.other = Some(other);
                None
            }
        }
    }

    /// What ended the intake, if it was no command.
    pub(super) fn other(self) -> Option<Work> {
        self.other
    }

    fn wait(&mut self) -> Option<Work> {
        loop {
            if let Ok(work) = self.work.try_recv() {
                return Some(work);
            }
            let Some(free) = self.free.filter(|_| self.delivery.is_busy()) else { break };
            select! {
                recv(self.work) -> work => return work.ok(),
                recv(free) -> _ => {}
            }
        }
        let since = *self.waits_since.get_or_insert_with(now);
        let patience = self.delivery.patience(since)?;
        self.work.recv_timeout(patience).ok()
    }
}
