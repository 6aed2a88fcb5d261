//! Moments as these protocols write them: `2026-01-31 12:00:00`, in UTC.

use engine::model::Instant;

/// A moment.
pub(crate) fn moment(at: Instant) -> String {
    let text = at.to_string();
    let text = text.split('.').next().unwrap_or(&text);
    text.trim_end_matches('Z').replace('T', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_no_fraction_and_no_zone() {
        assert_eq!(moment(Instant::from_millis(1_769_860_800_250)), "2026-01-31 12:00:00");
    }
}
