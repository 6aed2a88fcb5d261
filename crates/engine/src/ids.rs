//! Where ids come from.

use std::sync::atomic::{AtomicI64, Ordering};

use crate::model::Instant;

/// Gives ids that are unique, grow with time, and need no counter in the store.
///
/// An id is the milliseconds since 2024 (41 bits) followed by a counter (22 bits), so rows written together stand
/// together, and four million ids fit into a millisecond. If the clock goes back, ids go on from the last one.
#[derive(Debug, Default)]
pub struct IdSource(AtomicI64);

impl IdSource {
    /// Continues behind an id that was given before, however the clock went meanwhile.
    pub fn after(last: i64) -> Self {
        Self(AtomicI64::new(last))
    }

    /// Goes on behind an id, even back behind ids that were given: the store they stand in was exchanged.
    pub(crate) fn rewind(&self, last: i64) {
        self.0.store(last, Ordering::Relaxed);
    }

    /// The lowest id that can be given at a moment. What happens at that moment or later has this id or a higher one.
    pub fn first_at(moment: Instant) -> i64 {
        (moment.millis().saturating_sub(EPOCH)).clamp(0, i64::MAX >> COUNTER_BITS) << COUNTER_BITS
    }

    /// The moment in which an id was given, and its place among those of that moment.
    pub fn parts(id: i64) -> (Instant, i64) {
        (Instant::from_millis((id >> COUNTER_BITS) + EPOCH), id & ((1 << COUNTER_BITS) - 1))
    }

    /// The next id.
    pub fn next(&self, now: Instant) -> i64 {
        let floor = Self::first_at(now);
        let step = |last: i64| Some(floor.max(last.saturating_add(1)));
        // The closure never declines, so both arms carry the previous value.
        let previous = match self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, step) {
            Ok(previous) | Err(previous) => previous,
        };
        floor.max(previous.saturating_add(1))
    }
}

/// 2024-01-01T00:00:00Z in milliseconds.
const EPOCH: i64 = 1_704_067_200_000;
const COUNTER_BITS: u32 = 22;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_grow_even_if_the_clock_goes_back() {
        let ids = IdSource::default();
        let noon = Instant::parse("2026-11-22T12:00:00Z").unwrap();
        let first = ids.next(noon);
        let second = ids.next(noon);
        let third = ids.next(noon.plus_days(-400));
        assert!(first < second && second < third);
        assert!(IdSource::after(third).next(noon) > third);
    }
}
