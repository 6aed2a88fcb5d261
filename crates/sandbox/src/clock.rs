//! A clock that can be moved.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use engine::model::Instant;
use engine::ports::Clock;
use serde::{Deserialize, Serialize};

/// Shows the time of another clock, moved by an offset. It goes on by itself unless it is frozen, and nobody can move
/// it back: what has happened has happened. Only bringing back a snapshot takes time back, together with everything
/// else.
pub struct SandboxClock {
    base: Arc<dyn Clock>,
    /// Added to the base clock's time, in milliseconds.
    offset: AtomicI64,
    /// Where the clock stands still, or [`GOING`].
    frozen: AtomicI64,
    /// Held while the hands are moved, so that two movers cannot undo each other's move.
    moving: Mutex<()>,
    hears: Option<Box<dyn Fn(Hands) + Send + Sync>>,
}

/// How a clock stands: all that has to be kept of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hands {
    /// How far it is ahead of the base clock, in milliseconds; may be negative after it stood still.
    pub offset_ms: i64,
    /// Where it stands still, if it does.
    pub frozen_at: Option<Instant>,
}

/// Somebody tried to move the clock back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the clock shows {now} and goes only forward; it cannot be set to {asked}")]
pub struct Backwards {
    /// What it shows.
    pub now: Instant,
    /// What it was asked to show.
    pub asked: Instant,
}

impl SandboxClock {
    /// A clock that shows the time of another, as moved by these hands.
    pub fn new(base: Arc<dyn Clock>, hands: Hands) -> Self {
        let (offset, frozen, moving) = (AtomicI64::new(0), AtomicI64::new(GOING), Mutex::new(()));
        let clock = Self { base, offset, frozen, moving, hears: None };
        clock.put(hands);
        clock
    }

    /// Tells somebody whenever the hands were moved, or are about to be: with it a binary keeps them over a restart.
    #[must_use]
    pub fn telling(mut self, hears: impl Fn(Hands) + Send + Sync + 'static) -> Self {
        self.hears = Some(Box::new(hears));
        self
    }

    /// How the clock stands.
    pub fn hands(&self) -> Hands {
        Hands { offset_ms: self.offset.load(Ordering::SeqCst), frozen_at: self.frozen_at() }
    }

    /// Where the clock stands still, if it does.
    pub fn frozen_at(&self) -> Option<Instant> {
        match self.frozen.load(Ordering::SeqCst) {
            GOING => None,
            millis => Some(Instant::from_millis(millis)),
        }
    }

    /// Stops the clock. One that stands stays where it is.
    pub fn freeze(&self) {
        let guard = self.lock();
        if self.frozen_at().is_none() {
            self.frozen.store(self.now().millis(), Ordering::SeqCst);
        }
        drop(guard);
        self.tell(self.hands());
    }

    /// Lets the clock go on from where it stands.
    pub fn release(&self) {
        let guard = self.lock();
        if let Some(at) = self.frozen_at() {
            self.offset.store(self.offset_to(at), Ordering::SeqCst);
            self.frozen.store(GOING, Ordering::SeqCst);
        }
        drop(guard);
        self.tell(self.hands());
    }

    /// Says that the clock will be moved to a moment, before it is: if the process ends on the way, a restarted one
    /// goes on from there and finds the work on the way still to be done.
    ///
    /// # Errors
    /// The moment lies behind.
    pub fn announce(&self, to: Instant) -> Result<(), Backwards> {
        let now = self.now();
        if to < now {
            return Err(Backwards { now, asked: to });
        }
        self.tell(match self.frozen_at() {
            Some(_) => Hands { frozen_at: Some(to), ..self.hands() },
            None => Hands { offset_ms: self.offset_to(to), frozen_at: None },
        });
        Ok(())
    }

    /// Moves the clock to a moment, unless it is there or beyond already.
    pub fn reach(&self, to: Instant) {
        let _guard = self.lock();
        if to <= self.now() {
            return;
        }
        match self.frozen_at() {
            Some(_) => self.frozen.store(to.millis(), Ordering::SeqCst),
            None => self.offset.store(self.offset_to(to), Ordering::SeqCst),
        }
    }

    /// Sets the hands as they were kept, also back: for snapshots alone, which bring everything else back too.
    pub fn set(&self, hands: Hands) {
        let guard = self.lock();
        self.put(hands);
        drop(guard);
        self.tell(hands);
    }

    fn put(&self, hands: Hands) {
        self.offset.store(hands.offset_ms, Ordering::SeqCst);
        self.frozen.store(hands.frozen_at.map_or(GOING, Instant::millis), Ordering::SeqCst);
    }

    fn offset_to(&self, to: Instant) -> i64 {
        to.millis().saturating_sub(self.base.now().millis())
    }

    fn tell(&self, hands: Hands) {
        if let Some(hears) = &self.hears {
            hears(hands);
        }
    }

    fn lock(&self) -> MutexGuard<'_, ()> {
        self.moving.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for SandboxClock {
    fn now(&self) -> Instant {
        let frozen = self.frozen_at();
        frozen.unwrap_or_else(|| self.base.now().plus_millis(self.offset.load(Ordering::SeqCst)))
    }
}

impl std::fmt::Debug for SandboxClock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("SandboxClock").field(&self.hands()).finish()
    }
}

/// No moment: the clock does not stand still.
const GOING: i64 = i64::MIN;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{HandClock, day};

    fn clock() -> (Arc<HandClock>, SandboxClock) {
        let base = Arc::new(HandClock::at(day("2027-03-01")));
        (base.clone(), SandboxClock::new(base, Hands::default()))
    }

    #[test]
    fn it_goes_with_its_base_and_only_forward() {
        let (base, clock) = clock();
        clock.reach(day("2027-04-01"));
        assert_eq!(clock.now(), day("2027-04-01"));
        base.set(day("2027-03-02"));
        assert_eq!(clock.now(), day("2027-04-02"));
        clock.reach(day("2027-03-15"));
        assert_eq!(clock.now(), day("2027-04-02"), "it is beyond that already");
        let refused = clock.announce(day("2027-03-15")).unwrap_err();
        assert_eq!((refused.now, refused.asked), (day("2027-04-02"), day("2027-03-15")));
        assert!(refused.to_string().contains("2027-04-02") && refused.to_string().contains("2027-03-15"));
    }

    #[test]
    fn a_frozen_clock_stands_still_until_it_is_moved_or_released() {
        let (base, clock) = clock();
        clock.freeze();
        base.set(day("2027-06-01"));
        assert_eq!(clock.now(), day("2027-03-01"));
        clock.reach(day("2027-03-10"));
        assert_eq!(clock.now(), day("2027-03-10"));
        base.set(day("2027-06-02"));
        clock.release();
        assert_eq!(clock.now(), day("2027-03-10"), "it goes on from where it stood");
        base.set(day("2027-06-03"));
        assert_eq!(clock.now(), day("2027-03-11"));
    }

    #[test]
    fn its_hands_are_told_before_the_way_and_can_be_set_again() {
        let (base, _) = clock();
        let told = Arc::new(Mutex::new(Vec::new()));
        let hears = told.clone();
        let clock = SandboxClock::new(base.clone(), Hands::default())
            .telling(move |hands| hears.lock().unwrap().push(hands));
        clock.announce(day("2027-03-02")).unwrap();
        let kept = told.lock().unwrap()[0];
        assert_eq!(clock.now(), day("2027-03-01"), "it was only said");
        let restarted = SandboxClock::new(base, kept);
        assert_eq!(restarted.now(), day("2027-03-02"));
        clock.freeze();
        let stood = clock.hands();
        clock.release();
        clock.reach(day("2028-01-01"));
        clock.set(stood);
        assert_eq!(clock.now(), day("2027-03-01"));
        assert_eq!(told.lock().unwrap().last(), Some(&stood));
    }
}
