//! How long registrations, and what is bought for them by the year, run.

use outcomes::{Field, Outcome};

use crate::{
    Refusal,
    model::{Instant, Period},
    policy::Span,
};

/// # Errors
/// `period_out_of_range` when the period is not offered for the operation.
pub(super) fn check_period(period: Period, offered: Span) -> Result<(), Refusal> {
    if offered.holds(period.years().into()) {
        return Ok(());
    }
    Err(Refusal::new(Outcome::PeriodOutOfRange)
        .at(Field::Period)
        .value(period.years())
        .fact("range", offered))
}

/// When something ends that is extended by a period.
///
/// # Errors
/// `term_too_long` when that is further away than so many years.
pub(super) fn extend(
    expires_at: Instant,
    period: Period,
    longest: u32,
    now: Instant,
) -> Result<Instant, Refusal> {
    let end = expires_at.plus_years(period.years().into());
    if end > latest_end(longest, now) {
        let refusal = Refusal::new(Outcome::TermTooLong).at(Field::Period).value(period.years());
        return Err(refusal.fact("longest", longest));
    }
    Ok(end)
}

/// The latest moment at which it may end.
pub(super) fn latest_end(longest: u32, now: Instant) -> Instant {
    now.plus_years(longest.into())
}
