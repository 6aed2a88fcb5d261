//! Points in time and calendar dates, always UTC.

use std::fmt;

use jiff::{Timestamp, ToSpan, civil, tz::TimeZone};
use outcomes::Outcome;

use crate::Refusal;

/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Instant(i64);

impl Instant {
    /// A day in milliseconds.
    pub const DAY: i64 = 24 * 60 * 60 * 1000;

    /// From milliseconds since the epoch.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since the epoch.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since the epoch.
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// The same moment some days later (or earlier, when negative); a day is 24 hours.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(days.saturating_mul(Self::DAY)))
    }

    /// The same time of day some working days later: Saturdays and Sundays do not count.
    #[must_use]
    pub fn plus_working_days(self, days: u32) -> Self {
        // The first of January 1970 was a Thursday, the fourth day of a week.
        let weekday = |at: Self| (at.0.div_euclid(Self::DAY) + 3).rem_euclid(7);
        (0..days).fold(self, |at, _| match weekday(at) {
            FRIDAY => at.plus_days(3),
            SATURDAY => at.plus_days(2),
            _ => at.plus_days(1),
        })
    }

    /// The same moment some milliseconds later (or earlier, when negative).
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// The same day and time some years later; 29 February becomes 28 February where there is none.
    #[must_use]
    pub fn plus_years(self, years: i64) -> Self {
        jiff::Span::new().try_years(years).map_or(self, |span| self.plus(span))
    }

    /// The same day and time some months later, or the last day of a month that is shorter.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        jiff::Span::new().try_months(months).map_or(self, |span| self.plus(span))
    }

    fn plus(self, span: jiff::Span) -> Self {
        self.civil()
            .and_then(|civil| civil.checked_add(span).ok())
            .and_then(|civil| civil.to_zoned(TimeZone::UTC).ok())
            .map_or(self, |zoned| Self(zoned.timestamp().as_millisecond()))
    }

    /// The calendar date at this moment.
    pub fn date(self) -> Date {
        Date(self.civil().map_or(civil::Date::MIN, civil::DateTime::date))
    }

    /// The moment in words and letters, in UTC: `Mon Jan 05 12:00:00 UTC 2026`.
    pub fn spelled_out(self) -> String {
        self.civil().map(|civil| civil.strftime("%a %b %d %H:%M:%S UTC %Y").to_string()).unwrap_or_default()
    }

    fn civil(self) -> Option<civil::DateTime> {
        Timestamp::from_millisecond(self.0).ok().map(|stamp| TimeZone::UTC.to_datetime(stamp))
    }

    /// Reads an RFC 3339 date and time, such as `2026-11-22T16:54:00.0Z`.
    ///
    /// # Errors
    /// `time_malformed` when it is no such thing.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        text.parse::<Timestamp>()
            .map(|stamp| Self(stamp.as_millisecond()))
            .map_err(|_| Refusal::new(Outcome::TimeMalformed).value(text))
    }
}

/// RFC 3339 with milliseconds: `2026-11-22T16:54:00.000Z`.
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(civil) = self.civil() else { return f.write_str("0000-00-00T00:00:00.000Z") };
        write!(
            f,
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
            civil.year(),
            civil.month(),
            civil.day(),
            civil.hour(),
            civil.minute(),
            civil.second(),
            civil.millisecond()
        )
    }
}

/// A calendar date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(civil::Date);

impl Date {
    /// Reads an XML Schema date: `2026-11-22`, with an optional time zone, which is ignored as RFC 5731 means UTC.
    ///
    /// # Errors
    /// `date_malformed` when it is no date.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let malformed = || Refusal::new(Outcome::DateMalformed).value(text);
        let day = text.get(..10).ok_or_else(malformed)?;
        let zone = text.get(10..).unwrap_or_default();
        if !is_zone(zone) {
            return Err(malformed());
        }
        day.parse::<civil::Date>().map(Self).map_err(|_| malformed())
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// Midnight at the start of the date.
    pub fn midnight(self) -> Instant {
        self.0.to_zoned(TimeZone::UTC).map_or(Instant(0), |zoned| Instant(zoned.timestamp().as_millisecond()))
    }

    /// The first day of its month.
    #[must_use]
    pub fn month_begin(self) -> Self {
        Self(self.0.first_of_month())
    }

    /// The following day.
    #[must_use]
    pub fn tomorrow(self) -> Self {
        Self(self.0.saturating_add(1.day()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

fn is_zone(zone: &str) -> bool {
    match zone.as_bytes() {
        [] | [b'Z'] => true,
        [b'+' | b'-', h1, h2, b':', m1, m2] => [h1, h2, m1, m2].iter().all(|digit| digit.is_ascii_digit()),
        _ => false,
    }
}

/// Days of a week that begins with Monday, counted from zero.
const FRIDAY: i64 = 4;
const SATURDAY: i64 = 5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_after_leap_day_is_the_28th() {
        let leap = Instant::parse("2028-02-29T12:00:00Z").unwrap();
        assert_eq!(leap.plus_years(1).to_string(), "2029-02-28T12:00:00.000Z");
        assert_eq!(leap.plus_years(4).to_string(), "2032-02-29T12:00:00.000Z");
    }

    #[test]
    fn a_month_after_the_31st_ends_with_its_month() {
        let end = Instant::parse("2027-01-31T12:00:00Z").unwrap();
        assert_eq!(end.plus_months(1).to_string(), "2027-02-28T12:00:00.000Z");
        assert_eq!(end.plus_months(12), end.plus_years(1));
    }

    #[test]
    fn working_days_leave_out_the_end_of_a_week() {
        let thursday = Instant::parse("2026-01-01T12:00:00Z").unwrap();
        let after = |from: Instant, days: u32| from.plus_working_days(days).date().to_string();
        assert_eq!(after(thursday, 1), "2026-01-02");
        assert_eq!(after(thursday, 2), "2026-01-05");
        assert_eq!(after(thursday, 10), "2026-01-15");
        assert_eq!(after(thursday.plus_days(2), 1), "2026-01-05", "on a Saturday");
        assert_eq!(after(thursday.plus_days(3), 1), "2026-01-05", "on a Sunday");
    }

    #[test]
    fn dates_take_a_zone_and_refuse_rubbish() {
        assert_eq!(Date::parse("2026-11-22Z").unwrap().to_string(), "2026-11-22");
        assert_eq!(Date::parse("2026-11-22+01:00").unwrap().to_string(), "2026-11-22");
        for bad in ["", "2026-11-2", "2026-13-01", "2026-02-30", "2026-11-22T00:00:00Z", "20261122xx"] {
            assert!(Date::parse(bad).is_err(), "{bad}");
        }
    }
}
