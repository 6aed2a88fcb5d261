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
    /// How long wrong data of registrants are borne.
    pub data_quality: DataQualityPolicy,
    /// The tag that stands for no registrar: what is released to it has none any more.
    pub detagged: Option<String>,
}

impl Default for TagPolicy {
    fn default() -> Self {
        let data_quality = DataQualityPolicy::default();
        Self { handshake_days: 5, reserved: Vec::new(), data_quality, detagged: None }
    }
}

/// How long wrong data of registrants are borne.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DataQualityPolicy {
    /// Working days until the domains leave the DNS.
    pub correct_days: u32,
    /// Days from then on until they are cancelled.
    pub cancel_days: u32,
}

impl Default for DataQualityPolicy {
    fn default() -> Self {
        Self { correct_days: 30, cancel_days: 30 }
    }
}

/// How much a registrar may ask within a day, and take back within a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct UsagePolicy {
    /// Names that it checks; `None`: as many as it likes.
    pub checks: Option<u32>,
    /// Registrations of names that are taken; `None`: as many as it likes.
    pub creates_of_taken: Option<u32>,
    /// Registrations that it takes back before they are invoiced, within a month; `None`: as many as it likes.
    pub deletes: Option<DeletePolicy>,
}

/// How many registrations may be taken back within a month: some, or so many of those that are not invoiced, whichever is
/// more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeletePolicy {
    /// That many in any case.
    pub least: u32,
    /// Per cent of those that are not invoiced.
    pub percent: u32,
}

impl DeletePolicy {
    /// How many, of so many that are not invoiced.
    pub fn most(self, uninvoiced: u64) -> u64 {
        u64::from(self.least).max(uninvoiced.saturating_mul(self.percent.into()) / 100)
    }
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
    fn some_deletions_are_allowed_in_any_case() {
        let policy = DeletePolicy { least: 5, percent: 5 };
        assert_eq!([0, 100, 119, 120, 1_000].map(|uninvoiced| policy.most(uninvoiced)), [5, 5, 5, 6, 50]);
    }

    #[test]
    fn a_rest_lasts_some_hours_of_each_day() {
        let rest = RestPolicy { from: 2, until: 4 };
        let ends = |time: &str| rest.ends_at(Instant::parse(time).unwrap()).map(|end| end.to_string());
        assert_eq!(ends("2027-03-01T01:59:59Z"), None);
        assert_eq!(ends("2027-03-01T02:00:00Z").as_deref().map(|end| &end[..16]), Some("2027-03-01T04:00"));
        assert_eq!(ends("2027-03-01T04:00:00Z"), None);
    }
}
