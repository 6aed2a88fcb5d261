//! Serial numbers of zones.

use std::fmt;

use crate::model::Instant;

/// The serial of a published version (RFC 1035 section 3.3.13). Those of primary zones are `YYYYMMDDnn` and only grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Serial(pub u32);

impl Serial {
    /// The serial of the version after this one: the first of the day or, where there was one, the next number. Past 99
    /// versions on one day it runs ahead into the numbers of the next.
    #[must_use]
    pub fn next(self, now: Instant) -> Self {
        Self(first_of_day(now).max(self.0.saturating_add(1)))
    }
}

impl fmt::Display for Serial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

fn first_of_day(now: Instant) -> u32 {
    let digits: String = now.date().to_string().split('-').collect();
    digits.parse().map_or(0, |day: u32| day.saturating_mul(100).saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_tell_the_day_and_only_grow() {
        let noon = Instant::parse("2026-11-27T12:00:00Z").unwrap();
        let first = Serial::default().next(noon);
        assert_eq!((first, first.next(noon)), (Serial(2_026_112_701), Serial(2_026_112_702)));
        assert_eq!(first.next(noon.plus_days(1)), Serial(2_026_112_801));
        assert_eq!(first.next(noon.plus_days(-9)), Serial(2_026_112_702), "the clock went back");
        let busy = (0..120).fold(Serial::default(), |serial, _| serial.next(noon));
        assert_eq!(busy, Serial(2_026_112_820));
    }
}
