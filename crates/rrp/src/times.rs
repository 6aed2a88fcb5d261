//! Moments as these protocols write them: `2026-01-31 12:00:00`, in UTC.

use engine::Refusal;
use engine::model::{Date, Instant};

/// A moment.
pub(crate) fn moment(at: Instant) -> String {
    let text = at.to_string();
    let text = text.split('.').next().unwrap_or(&text);
    text.trim_end_matches('Z').replace('T', " ")
}

/// Reads the moment from which something is asked for: a moment, or a date, which begins at midnight.
///
/// # Errors
/// `time_malformed`, `date_malformed`.
pub(crate) fn from(text: &str) -> Result<Instant, Refusal> {
    if text.len() <= DATE { Date::parse(text).map(Date::midnight) } else { read(text) }
}

/// Reads the last second, or the last day, until which something is asked for. Answers the moment behind it.
///
/// # Errors
/// `time_malformed`, `date_malformed`.
pub(crate) fn until(text: &str) -> Result<Instant, Refusal> {
    if text.len() <= DATE {
        return Date::parse(text).map(|date| date.tomorrow().midnight());
    }
    read(text).map(|last| last.plus_millis(1000))
}

fn read(text: &str) -> Result<Instant, Refusal> {
    Instant::parse(&format!("{}Z", text.trim_end_matches('Z').replacen(' ', "T", 1)))
        .map_err(|refusal| refusal.value(text))
}

/// Characters of a date.
const DATE: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_no_fraction_and_no_zone() {
        assert_eq!(moment(Instant::from_millis(1_769_860_800_250)), "2026-01-31 12:00:00");
    }

    #[test]
    fn a_date_alone_is_the_whole_day() {
        let read = |text| (moment(from(text).unwrap()), moment(until(text).unwrap()));
        assert_eq!(read("2026-01-31"), ("2026-01-31 00:00:00".into(), "2026-02-01 00:00:00".into()));
        for text in ["2026-01-31 12:00:00", "2026-01-31T12:00:00Z", "2026-01-31 12:00:00.0"] {
            assert_eq!(read(text), ("2026-01-31 12:00:00".into(), "2026-01-31 12:00:01".into()), "{text}");
        }
        for bad in ["", "yesterday", "2026-02-30", "2026-01-31 25:00:00", "2026-01-31 12:00:00 CET"] {
            assert!(from(bad).is_err() && until(bad).is_err(), "{bad}");
        }
    }
}
