//! What is particular about registries whose registrars are tags.

use serde::Deserialize;

use crate::model::Instant;

/// Releases from one registrar to another.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TagPolicy {
    /// Days in which a registrar that wants to be asked has to answer; silence is a refusal.
    pub handshake_days: u32,
    /// Tags of the registry itself, to which nothing is released.
    pub reserved: Vec<String>,
    /// The tag that stands for no registrar: what is released to it has none any more.
    pub detagged: Option<String>,
}

impl Default for TagPolicy {
    fn default() -> Self {
        Self { handshake_days: 5, reserved: Vec::new(), detagged: None }
    }
}

/// How much a registrar may ask within a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct UsagePolicy {
    /// Names that it checks; `None`: as many as it likes.
    pub checks: Option<u32>,
    /// Registrations of names that are taken; `None`: as many as it likes.
    pub creates_of_taken: Option<u32>,
}

/// Hours of the day, in UTC, in which the registry works on all registrations and takes no changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RestPolicy {
    /// The hour in which it begins.
    pub from: u8,
    /// The hour in which it is over.
    pub until: u8,
}

impl RestPolicy {
    /// When the rest is over, if there is one at a moment.
    pub fn ends_at(self, now: Instant) -> Option<Instant> {
        let midnight = now.date().midnight();
        let at = |hour: u8| midnight.plus_millis(i64::from(hour) * HOUR);
        (at(self.from) <= now && now < at(self.until)).then(|| at(self.until))
    }
}

/// In milliseconds.
const HOUR: i64 = 60 * 60 * 1000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rest_lasts_some_hours_of_each_day() {
        let rest = RestPolicy { from: 2, until: 4 };
        let ends = |time: &str| rest.ends_at(Instant::parse(time).unwrap()).map(|end| end.to_string());
        assert_eq!(ends("2027-03-01T01:59:59Z"), None);
        assert_eq!(ends("2027-03-01T02:00:00Z").as_deref().map(|end| &end[..16]), Some("2027-03-01T04:00"));
        assert_eq!(ends("2027-03-01T04:00:00Z"), None);
    }
}
