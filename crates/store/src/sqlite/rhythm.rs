//! What the last sync was like, to tell whether it is worth waiting for more before the next.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How fast the disk is, and how many use it at once. There is no timer to set, and nothing that anybody sees depends
/// on the time measured here, except how long it took.
#[derive(Default)]
pub(super) struct Rhythm {
    /// How many commands were in hand at the end of the last sync: those it was for, and those that came meanwhile.
    in_hand: AtomicUsize,
    /// How long it took, in nanoseconds.
    took: AtomicU64,
}

impl Rhythm {
    /// Whether one command at most was in hand, so that no other can be expected.
    pub(super) fn is_alone(&self) -> bool {
        self.in_hand.load(Ordering::Relaxed) <= 1
    }

    /// For how long it is worth waiting for one more command, if some were waited for since then.
    pub(super) fn patience(&self, since: Instant) -> Option<Duration> {
        if self.is_alone() {
            return None;
        }
        let took = Duration::from_nanos(self.took.load(Ordering::Relaxed));
        let left = (took * 2).min(LONGEST).checked_sub(since.elapsed())?;
        Some(left.min(took / 8))
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
pub(super) fn now() -> Instant {
    Instant::now()
}

/// However slow the disk is, nobody waits for others for longer.
const LONGEST: Duration = Duration::from_millis(10);

#[cfg(test)]
mod tests {
    use super::*;

    fn after_a_sync_with(in_hand: usize) -> Rhythm {
        let rhythm = Rhythm::default();
        rhythm.timed(|| std::thread::sleep(Duration::from_millis(4)), || in_hand);
        rhythm
    }

    #[test]
    fn one_alone_never_waits() {
        assert_eq!(Rhythm::default().patience(now()), None);
        assert_eq!(after_a_sync_with(1).patience(now()), None);
    }

    #[test]
    fn several_wait_for_a_part_of_a_sync_and_not_for_ever() {
        let (rhythm, since) = (after_a_sync_with(2), now());
        let patience = rhythm.patience(since).unwrap();
        assert!(patience >= Duration::from_micros(500) && patience < LONGEST, "{patience:?}");
        std::thread::sleep(LONGEST);
        assert_eq!(rhythm.patience(since), None);
    }
}
