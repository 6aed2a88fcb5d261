//! Moments as this protocol writes them: `8/25/2022 1:03:23 PM`, in UTC.

use engine::model::{Date, Instant};
use engine::{Outcome, Refusal};

/// A moment for people.
pub(crate) fn moment(at: Instant) -> String {
    let Some((date, [hour, minute, second])) = parts(at) else { return String::new() };
    let half = if hour < 12 { "AM" } else { "PM" };
    format!("{} {}:{minute:02}:{second:02} {half}", written(date), (hour + 11) % 12 + 1)
}

/// The day alone.
pub(crate) fn day(at: Instant) -> String {
    parts(at).map(|(date, _)| written(date)).unwrap_or_default()
}

/// A moment as a registry has it: `2027-03-01 12:00:00.000`.
pub(crate) fn of_registry(at: Instant) -> String {
    at.to_string().trim_end_matches('Z').replace('T', " ")
}

/// Reads a day, which begins at midnight.
///
/// # Errors
/// `date_malformed`.
pub(crate) fn read_day(text: &str) -> Result<Instant, Refusal> {
    let malformed = || Refusal::new(Outcome::DateMalformed).value(text);
    let mut parts = text.trim().split('/').map(|part| part.parse::<u32>().ok());
    let mut next = || parts.next().flatten().ok_or_else(malformed);
    let (month, day, year) = (next()?, next()?, next()?);
    let day = Date::parse(&format!("{year:04}-{month:02}-{day:02}")).map_err(|_| malformed())?;
    Ok(day.midnight())
}

fn written([year, month, day]: [u32; 3]) -> String {
    format!("{month}/{day}/{year}")
}

/// Year, month, day; hour, minute, second.
fn parts(at: Instant) -> Option<([u32; 3], [u32; 3])> {
    let text = at.to_string();
    let mut numbers = text.split(|letter: char| !letter.is_ascii_digit()).map(|part| part.parse().ok());
    let mut next = || numbers.next().flatten();
    Some(([next()?, next()?, next()?], [next()?, next()?, next()?]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_counted_in_halves_of_the_day() {
        for (text, written) in [
            ("2026-01-31T00:05:09Z", "1/31/2026 12:05:09 AM"),
            ("2026-11-02T12:00:00Z", "11/2/2026 12:00:00 PM"),
            ("2026-11-12T23:59:59Z", "11/12/2026 11:59:59 PM"),
        ] {
            assert_eq!(moment(Instant::parse(text).unwrap()), written);
        }
        assert_eq!(read_day("1/31/2026").unwrap(), Instant::parse("2026-01-31T00:00:00Z").unwrap());
        assert!(read_day("31/1/2026").is_err() && read_day("2026-01-31").is_err());
        let at = Instant::parse("2026-01-31T08:05:09Z").unwrap();
        assert_eq!((day(at).as_str(), of_registry(at).as_str()), ("1/31/2026", "2026-01-31 08:05:09.000"));
    }
}
