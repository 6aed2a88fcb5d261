//! Moments as WAPI writes them: by the clocks of Prague.

use engine::model::{Date, Instant};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::tree::Tree;

/// The hour of the day in Prague, 0 to 23.
pub(crate) fn hour_in_prague(moment: Instant) -> i8 {
    in_prague(moment).hour()
}

/// `2026-11-22 17:54:00`.
pub(crate) fn moment(moment: Instant) -> String {
    in_prague(moment).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// The same of a moment that may not have come; empty then.
pub(crate) fn told(at: Option<Instant>) -> Tree {
    Tree::text(at.map(moment).unwrap_or_default())
}

/// `2026-11-22`.
pub(crate) fn day(moment: Instant) -> String {
    in_prague(moment).strftime("%Y-%m-%d").to_string()
}

/// The moment at which a day begins in Prague.
pub(crate) fn begin_of(date: Date) -> Option<Instant> {
    let midnight: DateTime = date.to_string().parse::<jiff::civil::Date>().ok()?.at(0, 0, 0, 0);
    let zoned = midnight.to_zoned(prague()).ok()?;
    Some(Instant::from_millis(zoned.timestamp().as_millisecond()))
}

fn in_prague(moment: Instant) -> DateTime {
    let stamp = Timestamp::from_millisecond(moment.millis()).unwrap_or(Timestamp::UNIX_EPOCH);
    prague().to_datetime(stamp)
}

/// The database of time zones is compiled in, so it knows Prague.
fn prague() -> TimeZone {
    TimeZone::get("Europe/Prague").unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_told_by_the_clocks_of_prague() {
        let at = |text: &str| Instant::parse(text).unwrap();
        assert_eq!(moment(at("2023-08-07T14:38:00Z")), "2023-08-07 16:38:00");
        assert_eq!(day(at("2026-12-31T23:30:00Z")), "2027-01-01");
        let new_year = begin_of(Date::parse("2027-01-01").unwrap()).unwrap();
        assert_eq!(new_year, at("2026-12-31T23:00:00Z"));
    }
}
