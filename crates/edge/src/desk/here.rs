//! Where a command is carried out that comes to a store with nothing else to do.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use engine::ports::store::{CommandJob, Store};
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::task::block_in_place;
use tokio::time::Instant;

use super::lookout::Lookout;

/// Has such a command carried out on the thread that brings it, as two wake-ups of others would cost more.
///
/// That thread does not serve the runtime meanwhile. To give its place to another beforehand costs two wake-ups as well,
/// and from then on the other one serves the session, on another core, with nothing in its caches of what a create
/// touches: up to a fifth of what a session gets done. A server with hardly anything else to do saves that, as long as
/// its disk answers at once (decision 37).
#[derive(Debug, Default)]
pub(super) struct Here {
    /// How much else was asked since the last command here; counted as far as it matters.
    asked: AtomicU32,
    /// Whether the last command here was slow.
    is_slow: AtomicBool,
    /// `None` where there can be none: others cannot take over.
    lookout: OnceLock<Option<Lookout>>,
}

impl Here {
    /// Notes that something else is asked.
    pub(super) fn note(&self) {
        // A busy server only reads this, so that its threads do not wait for each other.
        if self.asked.load(Ordering::Relaxed) < MANY {
            self.asked.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Carries a command out, or hands it over to the store if that has something else to do.
    pub(super) fn hand_over(&self, store: &dyn Store, job: Box<dyn CommandJob>) {
        if !store.is_idle() {
            return store.command(job);
        }
        let runtime = Handle::current();
        if runtime.runtime_flavor() != RuntimeFlavor::MultiThread {
            return store.command(job);
        }
        let begun = Instant::now();
        match self.lookout(runtime).filter(|_| self.is_quiet()) {
            Some(lookout) => lookout.watch(|| store.command_here(job)),
            None => block_in_place(|| store.command_here(job)),
        }
        self.is_slow.store(begun.elapsed() > QUICK, Ordering::Relaxed);
    }

    /// Whether nobody is likely to want this thread while it waits.
    fn is_quiet(&self) -> bool {
        self.asked.swap(0, Ordering::Relaxed) < MANY && !self.is_slow.load(Ordering::Relaxed)
    }

    fn lookout(&self, runtime: Handle) -> Option<&Lookout> {
        let start = || (runtime.metrics().num_workers() > 1).then(|| Lookout::over(runtime).ok()).flatten();
        self.lookout.get_or_init(start).as_ref()
    }
}

/// What one session may ask between two of its commands: it looks whether a name is free, and up a contact or two.
const MANY: u32 = 8;
/// Longer than this no sound disk close by takes; others are not to wait for it.
const QUICK: Duration = Duration::from_millis(1);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_little_else_is_asked_by_one_session() {
        let here = Here::default();
        assert!(here.is_quiet());
        for asked in [0, 1, MANY - 1, MANY, MANY + 1, 100 * MANY] {
            (0..asked).for_each(|_| here.note());
            assert_eq!(here.is_quiet(), asked < MANY, "{asked}");
            assert!(here.is_quiet(), "what was asked before the last command does not count");
        }
    }

    #[test]
    fn after_a_slow_command_others_take_over() {
        let here = Here::default();
        here.is_slow.store(true, Ordering::Relaxed);
        assert!(!here.is_quiet());
        here.is_slow.store(false, Ordering::Relaxed);
        assert!(here.is_quiet());
    }
}
