//! Frames that are made once. Only the numbers in them change from request to request, and are written in place.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// A whole frame (RFC 5734 section 4) with places for numbers.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    frame: Vec<u8>,
    places: Vec<(usize, Number)>,
}

/// What stands in a place: always eight digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// Of a domain that is there.
    Known,
    /// Of a domain that is not there.
    Free,
    /// Never used before, by any session.
    Fresh,
    /// Counts the requests of the session.
    Serial,
}

/// Where the numbers of one session come from.
#[derive(Clone, Debug)]
pub(super) struct Numbers {
    known: u32,
    fresh: Arc<AtomicU32>,
    random: u64,
    serial: u32,
    last_fresh: Option<u32>,
}

/// The requests of a session: drafts, one after the other, for ever.
#[derive(Clone, Debug)]
pub(super) struct Script {
    drafts: Vec<Draft>,
    next: usize,
    numbers: Numbers,
}

impl Draft {
    /// From a document in which `{known}`, `{free}`, `{fresh}` and `{serial}` mark the places.
    pub(super) fn new(document: &str) -> Self {
        let mut draft = Self { frame: vec![0; HEADER], places: Vec::new() };
        let mut rest = document;
        while let Some((at, mark, number)) = first_mark(rest) {
            draft.frame.extend_from_slice(&rest.as_bytes()[..at]);
            draft.places.push((draft.frame.len(), number));
            draft.frame.extend_from_slice(&[b'0'; DIGITS]);
            rest = &rest[at + mark.len()..];
        }
        draft.frame.extend_from_slice(rest.as_bytes());
        draft.seal();
        draft
    }

    /// The frame with new numbers in its places.
    pub(super) fn fill(&mut self, numbers: &mut Numbers) -> &[u8] {
        for &(at, number) in &self.places {
            write_digits(&mut self.frame[at..at + DIGITS], numbers.draw(number));
        }
        &self.frame
    }

    /// The frame as it is.
    pub(super) fn frame(&self) -> &[u8] {
        &self.frame
    }

    fn seal(&mut self) {
        // A draft is a page of text; it never comes near the limit.
        let length = u32::try_from(self.frame.len()).unwrap_or(u32::MAX);
        self.frame[..HEADER].copy_from_slice(&length.to_be_bytes());
    }
}

impl Numbers {
    /// For a session, told from others by its seed; `known` domains are there, and `fresh` is shared by all.
    pub(super) fn new(known: u32, fresh: Arc<AtomicU32>, seed: u64) -> Self {
        Self { known: known.max(1), fresh, random: seed, serial: 0, last_fresh: None }
    }

    fn draw(&mut self, number: Number) -> u32 {
        match number {
            Number::Known => self.below(self.known),
            Number::Free => self.below(LARGEST),
            Number::Fresh => self.fresh(),
            Number::Serial => {
                self.serial = (self.serial + 1) % LARGEST;
                self.serial
            }
        }
    }

    fn fresh(&mut self) -> u32 {
        let fresh = self.fresh.fetch_add(1, Ordering::Relaxed);
        self.last_fresh = Some(fresh);
        fresh
    }

    /// The next of a sequence that looks random (SplitMix64), below a bound.
    fn below(&mut self, bound: u32) -> u32 {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.random;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let high = (mixed ^ (mixed >> 31)) >> 32;
        // The high half of a product of two 32-bit numbers, one of them the bound: it is below the bound.
        ((high * u64::from(bound)) >> 32) as u32
    }
}

impl Script {
    /// Goes round these drafts, of which there is at least one.
    pub(super) fn new(drafts: Vec<Draft>, numbers: Numbers) -> Self {
        debug_assert!(!drafts.is_empty(), "a script without a line");
        Self { drafts, next: 0, numbers }
    }

    /// The next frame to send.
    pub(super) fn next(&mut self) -> &[u8] {
        self.numbers.last_fresh = None;
        let at = self.next;
        self.next = (at + 1) % self.drafts.len();
        self.drafts[at].fill(&mut self.numbers)
    }

    /// The fresh number in the last frame, if there was one.
    pub(super) fn fresh(&self) -> Option<u32> {
        self.numbers.last_fresh
    }
}

fn first_mark(text: &str) -> Option<(usize, &'static str, Number)> {
    let places = MARKS.iter().filter_map(|&(mark, number)| Some((text.find(mark)?, mark, number)));
    places.min_by_key(|(at, _, _)| *at)
}

fn write_digits(place: &mut [u8], mut number: u32) {
    for digit in place.iter_mut().rev() {
        // A remainder of ten fits a byte.
        *digit = b'0' + (number % 10) as u8;
        number /= 10;
    }
}

/// The length in front of each document.
pub(super) const HEADER: usize = 4;
const DIGITS: usize = 8;
const LARGEST: u32 = 100_000_000;
const MARKS: [(&str, Number); 4] = [
    ("{known}", Number::Known),
    ("{free}", Number::Free),
    ("{fresh}", Number::Fresh),
    ("{serial}", Number::Serial),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn text(frame: &[u8]) -> &str {
        let (header, document) = frame.split_at(HEADER);
        assert_eq!(u32::from_be_bytes(header.try_into().unwrap()) as usize, frame.len());
        std::str::from_utf8(document).unwrap()
    }

    #[test]
    fn numbers_are_written_in_their_places() {
        let fresh = Arc::new(AtomicU32::new(41));
        let numbers = Numbers::new(1, fresh, 7);
        let mut script = Script::new(vec![Draft::new("<a>{fresh}-{known}</a>{serial}")], numbers);
        assert_eq!(text(script.next()), "<a>00000041-00000000</a>00000001");
        assert_eq!(script.fresh(), Some(41));
        assert_eq!(text(script.next()), "<a>00000042-00000000</a>00000002");
    }

    #[test]
    fn known_numbers_stay_below_the_bound_and_reach_all_of_it() {
        let mut numbers = Numbers::new(10, Arc::default(), 1);
        let mut seen = [0_u32; 10];
        for _ in 0..10_000 {
            seen[numbers.draw(Number::Known) as usize] += 1;
        }
        assert!(seen.iter().all(|count| (800..1200).contains(count)), "{seen:?}");
    }

    #[test]
    fn drafts_take_turns() {
        let numbers = Numbers::new(1, Arc::default(), 0);
        let mut script = Script::new(vec![Draft::new("one"), Draft::new("two")], numbers);
        let said: Vec<_> = (0..3).map(|_| text(script.next()).to_owned()).collect();
        assert_eq!(said, ["one", "two", "one"]);
        assert_eq!(script.fresh(), None);
    }
}
