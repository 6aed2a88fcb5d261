//! Spans of time, as people write them.

use engine::model::Instant;
use jiff::{Timestamp, tz::TimeZone};

/// A span of calendar time, never negative: months count as the calendar has them, everything else in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    months: i64,
    millis: i64,
}

impl Span {
    /// Reads `30d`, `1y2m`, `90min`, `1d12h`, with the units `y`, `m` (months), `w`, `d`, `h`, `min`, `s`, `ms`, each
    /// once and from the longest to the shortest; or an ISO 8601 duration such as `P1Y2M` and `PT5M`, where `M` behind
    /// the `T` are minutes.
    ///
    /// # Errors
    /// Why it is no such thing, as a sentence.
    pub fn parse(text: &str) -> Result<Self, String> {
        let refused = |reason: &str| Err(format!("`{}` is no span of time: {reason}; {FORMS}", shown(text)));
        if text.len() > LONGEST {
            return refused("it is too long");
        }
        let read = match text.strip_prefix('P') {
            Some(iso) => of_iso(iso),
            None => of_units(text, UNITS),
        };
        read.map_or_else(refused, Ok)
    }

    /// A span of milliseconds.
    pub const fn of_millis(millis: i64) -> Self {
        Self { months: 0, millis: if millis < 0 { 0 } else { millis } }
    }

    /// The moment that lies this far behind another; `None` if there is no such moment.
    pub fn after(self, moment: Instant) -> Option<Instant> {
        let start = Timestamp::from_millisecond(moment.millis()).ok()?.to_zoned(TimeZone::UTC);
        let months = jiff::Span::new().try_months(self.months).ok()?;
        let millis = jiff::Span::new().try_milliseconds(self.millis).ok()?;
        let end = start.checked_add(months).ok()?.checked_add(millis).ok()?;
        Some(Instant::from_millis(end.timestamp().as_millisecond()))
    }
}

type Unit = (&'static str, Span);

fn of_iso(text: &str) -> Result<Span, &'static str> {
    let (date, time) = match text.split_once('T') {
        Some((_, "")) => return Err("nothing follows the `T`"),
        Some((date, time)) => (date, time),
        None => (text, ""),
    };
    if date.is_empty() && time.is_empty() {
        return Err("nothing follows the `P`");
    }
    let date = if date.is_empty() { Span::default() } else { of_units(date, ISO_DATE)? };
    let time = if time.is_empty() { Span::default() } else { of_units(time, ISO_TIME)? };
    add(date, time).ok_or(TOO_LONG)
}

/// Numbers with units, each unit behind the one before in the table.
fn of_units(text: &str, units: &[Unit]) -> Result<Span, &'static str> {
    let (mut rest, mut units, mut sum) = (text, units, Span::default());
    if rest.is_empty() {
        return Err("it is empty");
    }
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, behind) = rest.split_at(digits);
        let count = number.parse::<i64>().map_err(|_| "a number is missing or too large")?;
        let letters = behind.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (word, behind) = behind.split_at(letters);
        let place = units
            .iter()
            .position(|(unit, _)| *unit == word)
            .ok_or("a unit is unknown, repeated or out of order")?;
        let one = units[place].1;
        sum = times(one, count).and_then(|span| add(sum, span)).ok_or(TOO_LONG)?;
        (rest, units) = (behind, &units[place + 1..]);
    }
    Ok(sum)
}

fn times(span: Span, count: i64) -> Option<Span> {
    Some(Span { months: span.months.checked_mul(count)?, millis: span.millis.checked_mul(count)? })
}

fn add(one: Span, other: Span) -> Option<Span> {
    Some(Span {
        months: one.months.checked_add(other.months)?,
        millis: one.millis.checked_add(other.millis)?,
    })
}

fn shown(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

const fn months(count: i64) -> Span {
    Span { months: count, millis: 0 }
}

const fn millis(count: i64) -> Span {
    Span { months: 0, millis: count }
}

const SECOND: i64 = 1000;
const DAY: i64 = 24 * 60 * 60 * SECOND;
const UNITS: &[Unit] = &[
    ("y", months(12)),
    ("m", months(1)),
    ("w", millis(7 * DAY)),
    ("d", millis(DAY)),
    ("h", millis(60 * 60 * SECOND)),
    ("min", millis(60 * SECOND)),
    ("s", millis(SECOND)),
    ("ms", millis(1)),
];
const ISO_DATE: &[Unit] = &[("Y", months(12)), ("M", months(1)), ("W", millis(7 * DAY)), ("D", millis(DAY))];
const ISO_TIME: &[Unit] =
    &[("H", millis(60 * 60 * SECOND)), ("M", millis(60 * SECOND)), ("S", millis(SECOND))];
const FORMS: &str = "write for example 30d, 1y2m (a year and two months), 1d12h, 90min, P1Y2M or PT5M";
const TOO_LONG: &str = "it is longer than time lasts";
const LONGEST: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_and_added_as_the_calendar_has_it() {
        let start = Instant::parse("2027-01-31T12:00:00Z").unwrap();
        for (text, end) in [
            ("30d", "2027-03-02T12:00:00.000Z"),
            ("1y2m", "2028-03-31T12:00:00.000Z"),
            ("1m", "2027-02-28T12:00:00.000Z"),
            ("1y1m", "2028-02-29T12:00:00.000Z"),
            ("1d12h", "2027-02-02T00:00:00.000Z"),
            ("90min", "2027-01-31T13:30:00.000Z"),
            ("1500ms", "2027-01-31T12:00:01.500Z"),
            ("0s", "2027-01-31T12:00:00.000Z"),
            ("PT5M", "2027-01-31T12:05:00.000Z"),
            ("P5M", "2027-06-30T12:00:00.000Z"),
            ("P1Y2M3DT4H5M6S", "2028-04-03T16:05:06.000Z"),
            ("P2W", "2027-02-14T12:00:00.000Z"),
        ] {
            assert_eq!(Span::parse(text).unwrap().after(start).unwrap().to_string(), end, "{text}");
        }
    }

    #[test]
    fn what_is_no_span_is_refused_with_what_to_write() {
        for text in [
            "",
            "d",
            "30",
            "30 d",
            "-1d",
            "+1d",
            "1x",
            "1d1d",
            "1h1d",
            "P",
            "PT",
            "P1DT",
            "1.5d",
            "1D",
            "P1d",
            "P1H",
            "99999999999999999999d",
            "9223372036854775807y",
            "1d\u{e9}",
            &"1d".repeat(40),
        ] {
            let refused = Span::parse(text).unwrap_err();
            assert!(refused.contains("30d"), "{text}: {refused}");
        }
    }

    #[test]
    fn time_has_an_end() {
        let start = Instant::parse("2027-01-31T12:00:00Z").unwrap();
        for text in ["20000y", "9223372036854775807m", "9223372036854775807ms"] {
            assert_eq!(Span::parse(text).unwrap().after(start), None, "{text}");
        }
    }
}
