//! When to sync: soon enough for one session, together for many.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crossbeam_channel::Receiver;

use super::delivery::Batch;

/// What the last sync was like, to tell whether the next is worth waiting for.
///
/// There is no timer to set: a fast disk waits for a moment that it would hardly have saved, a slow one fills the
/// group that makes it bearable. Nothing that anybody sees depends on the time measured here, except how long it took.
#[derive(Default)]
pub(super) struct Rhythm {
    /// How many commands were in hand at its end: those it answered, and those that came meanwhile.
    in_hand: AtomicUsize,
    /// How long it took, in nanoseconds.
    took: AtomicU64,
}

impl Rhythm {
    /// Whether so many commands need not wait for more.
    pub(super) fn is_enough(&self, commands: usize) -> bool {
        commands >= self.in_hand.load(Ordering::Relaxed)
    }

    /// Takes the batches that are there, and those that can be expected.
    pub(super) fn gather(&self, first: Batch, queue: &Receiver<Batch>) -> Vec<Batch> {
        let mut commands = first.ended.len();
        let mut batches = vec![first];
        let deadline = now() + Duration::from_nanos(self.took.load(Ordering::Relaxed)).min(LONGEST);
        loop {
            let next = match self.is_enough(commands) {
                true => queue.try_recv().ok(),
                false => queue.recv_deadline(deadline).ok(),
            };
            let Some(next) = next else { return batches };
            commands += next.ended.len();
            batches.push(next);
        }
    }

    /// Runs a sync; `in_hand` counts the commands at its end.
    pub(super) fn timed<T>(&self, sync: impl FnOnce() -> T, in_hand: impl FnOnce() -> usize) -> T {
        let started = now();
        let result = sync();
        let took = u64::try_from(started.elapsed().as_nanos()).unwrap_or(u64::MAX);
        self.took.store(took, Ordering::Relaxed);
        self.in_hand.store(in_hand(), Ordering::Relaxed);
        result
    }
}

#[allow(clippy::disallowed_methods, reason = "how fast a disk is has nothing to do with the engine's clock")]
fn now() -> Instant {
    Instant::now()
}

/// After a hiccup of the disk, nobody has to wait for as long again.
const LONGEST: Duration = Duration::from_millis(10);

#[cfg(test)]
mod tests {
    use crossbeam_channel::unbounded;

    use super::*;

    fn batch() -> Batch {
        Batch { ended: Vec::new(), names: Vec::new(), wrote: true }
    }

    #[test]
    fn what_is_there_goes_together() {
        let (send, queue) = unbounded();
        (0..3).for_each(|_| send.send(batch()).unwrap());
        assert_eq!(Rhythm::default().gather(batch(), &queue).len(), 4);
    }

    #[test]
    fn nobody_waits_for_longer_than_the_last_sync() {
        let (_send, queue) = unbounded();
        let rhythm = Rhythm::default();
        rhythm.timed(|| std::thread::sleep(Duration::from_millis(5)), || 2);
        assert!(!rhythm.is_enough(1) && rhythm.is_enough(2));
        let started = now();
        assert_eq!(rhythm.gather(batch(), &queue).len(), 1);
        assert!(started.elapsed() >= Duration::from_millis(5));
    }
}
