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
        self.block(now, 1)
    }

    /// The first of so many ids that follow each other, of which there is one at least.
    pub fn block(&self, now: Instant, count: u32) -> i64 {
        let floor = Self::first_at(now);
        let more = i64::from(count.saturating_sub(1));
        let step = |last: i64| Some(floor.max(last.saturating_add(1)).saturating_add(more));
        // The closure never declines, so both arms carry the previous value.
        let previous = match self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, step) {
            Ok(previous) | Err(previous) => previous,
        };
        floor.max(previous.saturating_add(1))
    }

    /// The first of `size` ids that follow each other, of which there is one at least. It is a multiple of `size`, so
    /// that each of them leads back to it.
    pub fn family(&self, now: Instant, size: u32) -> i64 {
        let size = size.max(1);
        // Among so many there are `size` from a multiple of it on.
        let first = self.block(now, size.saturating_mul(2) - 1);
        let size = i64::from(size);
        first.saturating_add((size - first.rem_euclid(size)) % size)
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

    #[test]
    fn a_block_is_given_once() {
        let ids = IdSource::default();
        let noon = Instant::parse("2026-11-22T12:00:00Z").unwrap();
        let first = ids.block(noon, 100);
        assert_eq!(
            (ids.next(noon), ids.block(noon, 0), ids.next(noon)),
            (first + 100, first + 101, first + 102)
        );
    }

    #[test]
    fn a_family_is_given_once_and_each_of_it_leads_to_the_first() {
        let ids = IdSource::default();
        let noon = Instant::parse("2026-11-22T12:00:00Z").unwrap();
        let mut last = ids.next(noon);
        for size in [64, 64, 1, 7, 0] {
            let first = ids.family(noon, size);
            assert!(first > last && first % i64::from(size.max(1)) == 0, "{size}");
            last = ids.next(noon);
            assert!(last >= first + i64::from(size), "{size}");
        }
    }
}
