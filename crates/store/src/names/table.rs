//! One table of fingerprints.

use std::sync::atomic::{AtomicU64, Ordering};

use super::fingerprint::Fingerprint;

/// Open addressing by lines: a fingerprint stands in its home line, or if that was full in the next one with a free
/// place. It does not move while it is in the table, so a reader cannot miss it. One thread at a time may change it.
///
/// Reading and writing are relaxed: a place is one number, and says all there is to know. That what was added before
/// is seen follows from whatever told the reader that it was.
pub(super) struct Table {
    /// A power of two of them.
    lines: Box<[Line]>,
}

/// As many places as the processor fetches at once.
#[derive(Default)]
#[repr(align(64))]
struct Line([AtomicU64; PLACES]);

/// What the removal of a fingerprint left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Freed {
    /// A place as if it had never been used.
    Empty,
    /// A mark that searches go on behind it.
    Grave,
}

impl Table {
    /// An empty table with room for this many.
    fn with_room_for(count: usize) -> Self {
        let lines = (2 * count).div_ceil(PLACES).next_power_of_two();
        Self { lines: std::iter::repeat_with(Line::default).take(lines).collect() }
    }

    /// Whether a fingerprint is in it.
    pub(super) fn holds(&self, sought: Fingerprint) -> bool {
        self.path(sought).find_map(|line| line.tells(sought)).unwrap_or(false)
    }

    /// Whether it should take no more, with so many of its places used: searches would become long.
    pub(super) fn is_full(&self, used: usize) -> bool {
        4 * (used + 1) > 3 * self.places()
    }

    /// How many places it has.
    pub(super) fn places(&self) -> usize {
        PLACES * self.lines.len()
    }

    /// Adds a fingerprint that it does not hold; it must not be full. Returns whether that took an empty place, and not
    /// a grave.
    pub(super) fn add(&self, fingerprint: Fingerprint) -> bool {
        let mut places = self.path(fingerprint).flat_map(|line| &line.0);
        let free = places.find(|place| place.load(Ordering::Relaxed) < Fingerprint::LEAST);
        // There is one, because the table is not full.
        free.is_some_and(|place| place.swap(fingerprint.bits(), Ordering::Relaxed) == EMPTY)
    }

    /// Removes a fingerprint; `None` if it is not there.
    pub(super) fn remove(&self, fingerprint: Fingerprint) -> Option<Freed> {
        let line = self.path(fingerprint).find(|line| line.tells(fingerprint).is_some())?;
        let place = line.0.iter().find(|place| place.load(Ordering::Relaxed) == fingerprint.bits())?;
        // A line with an empty place never was full, so nothing had to be put behind it.
        let freed = if line.has_empty_place() { Freed::Empty } else { Freed::Grave };
        place.store(if freed == Freed::Empty { EMPTY } else { GRAVE }, Ordering::Relaxed);
        Some(freed)
    }

    /// A copy without graves, at most half full, and how many it holds.
    pub(super) fn rebuilt(&self) -> (Self, usize) {
        let all = || self.lines.iter().flat_map(|line| &line.0).map(|place| place.load(Ordering::Relaxed));
        let kept = || all().filter(|bits| *bits >= Fingerprint::LEAST);
        let count = kept().count();
        let copy = Self::with_room_for(count + 1);
        for bits in kept() {
            copy.add(Fingerprint::new(bits));
        }
        (copy, count)
    }

    /// The lines in which a fingerprint may stand, in the order of search.
    fn path(&self, fingerprint: Fingerprint) -> impl Iterator<Item = &Line> {
        #[allow(clippy::cast_possible_truncation)] // the lower bits are what is wanted
        let home = fingerprint.bits() as usize & (self.lines.len() - 1);
        let (before, behind) = self.lines.split_at(home);
        behind.iter().chain(before)
    }
}

impl Default for Table {
    fn default() -> Self {
        Self::with_room_for(0)
    }
}

impl Line {
    /// Whether a fingerprint is here; `None` if the search goes on. Looks at all places without a branch: none could be
    /// foretold.
    fn tells(&self, sought: Fingerprint) -> Option<bool> {
        let (found, ends) = self.0.iter().fold((false, false), |(found, ends), place| {
            let bits = place.load(Ordering::Relaxed);
            (found | (bits == sought.bits()), ends | (bits == EMPTY))
        });
        (found | ends).then_some(found)
    }

    fn has_empty_place(&self) -> bool {
        self.0.iter().any(|place| place.load(Ordering::Relaxed) == EMPTY)
    }
}

/// Places in a line.
const PLACES: usize = 8;

/// A place that was never used.
const EMPTY: u64 = 0;
/// A place from which a fingerprint was removed while its line was full.
const GRAVE: u64 = 1;
