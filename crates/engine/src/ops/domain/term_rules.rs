//! How long registrations run.

use outcomes::{Field, Outcome};

use crate::{
    Refusal,
    model::{Instant, Period},
    policy::{Span, Zone},
};

/// # Errors
/// `period_out_of_range` when the zone does not offer the period for the operation.
pub(super) fn check_period(period: Period, offered: Span) -> Result<(), Refusal> {
    if offered.holds(period.years().into()) {
        return Ok(());
    }
    Err(Refusal::new(Outcome::PeriodOutOfRange)
        .at(Field::Period)
        .value(period.years())
        .fact("range", offered))
}

/// When a registration ends that is extended by a period.
///
/// # Errors
/// `term_too_long` when that is further away than the zone allows.
pub(super) fn extend(
    expires_at: Instant,
    period: Period,
    zone: &Zone,
    now: Instant,
) -> Result<Instant, Refusal> {
    let end = expires_at.plus_years(period.years().into());
    if end > latest_end(zone, now) {
        let refusal = Refusal::new(Outcome::TermTooLong).at(Field::Period).value(period.years());
        return Err(refusal.fact("longest", zone.term.longest));
    }
    Ok(end)
}

/// The latest moment at which a registration may end.
pub(super) fn latest_end(zone: &Zone, now: Instant) -> Instant {
    now.plus_years(zone.term.longest.into())
}
