//! Into redemption and out of it.

use crate::{
    Failure, Fault, Refusal, Writing,
    ledger::Order,
    lifecycle::schedule,
    model::{Domain, Redemption, Status},
    ops::payment::charge,
    policy::{Priced, Zone},
};

/// Puts a deleted registration into redemption. It loses the years that were paid back, so that a restoration does not
/// bring them back.
///
/// # Errors
/// A fault of the store.
pub(super) fn enter(
    cx: &Writing<'_>,
    zone: &Zone,
    mut domain: Domain,
    refunded_years: i64,
) -> Result<Redemption, Fault> {
    let redemption = Redemption::begin(cx.now, zone.redemption.days, zone.redemption.pending_delete);
    domain.redemption = Some(redemption);
    domain.statuses.set(Status::PendingDelete, None);
    domain.expires_at = domain.expires_at.plus_years(-refunded_years);
    domain.grace.clear();
    domain.touch(cx.actor.id(), cx.now);
    cx.store.update_domain(&domain)?;
    schedule(cx, zone, &domain)?;
    Ok(redemption)
}

/// Makes a registration that ended meanwhile long enough to live on, and bills the years to the sponsor, who is the
/// actor. Passes on the warning that comes with that.
///
/// # Errors
/// As [`charge`].
pub(super) fn extend_to_live(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &mut Domain,
) -> Result<Option<Refusal>, Failure> {
    let mut years = 0;
    let ended = domain.expires_at;
    while domain.expires_at <= cx.now && years < u8::MAX {
        years += 1;
        domain.expires_at = ended.plus_years(years.into());
    }
    if years == 0 {
        return Ok(None);
    }
    let order = Order { zone, name: &domain.name, what: Priced::Renew, years };
    charge(cx, cx.actor.id(), &order, domain.id.into())
}
