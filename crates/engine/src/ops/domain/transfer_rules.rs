//! When a domain may be asked for.

use outcomes::{Field, Outcome};

use super::holder_lock;
use crate::{
    Context, Failure, Refusal,
    model::{Domain, Status, TimeOut, Transfer},
    ops::access::require_free,
    policy::Zone,
    ports::store::Snapshot,
};

/// # Errors
/// `already_sponsor`.
pub(super) fn check_foreign<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    domain: &Domain,
) -> Result<(), Refusal> {
    if domain.sponsor != cx.actor.id() {
        return Ok(());
    }
    Err(Refusal::new(Outcome::AlreadySponsor).at(Field::DomainName).value(&domain.name))
}

/// Whether a domain of another account may be asked for now: no transfer is pending, no status bars it, it has been where
/// it is for long enough and of the same holder, and will be registered for long enough.
///
/// # Errors
/// `transfer_ordered`, `transfer_pending`, `status_prohibits`, `transfer_too_soon`, `holder_changed_lately`,
/// `transfer_too_late`.
pub(super) fn check_state<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    domain: &Domain,
    zone: &Zone,
) -> Result<(), Failure> {
    check_pending(cx, domain)?;
    require_free(&domain.statuses, Status::BARS_TRANSFER, domain.name.as_str())?;
    let refused = |outcome, date| Refusal::new(outcome).value(&domain.name).fact("date", date);
    let arrived = domain.transferred_at.unwrap_or(domain.created_at);
    let unlocked = arrived.plus_days(zone.transfer.lock_days.into());
    if cx.now < unlocked {
        return Err(refused(Outcome::TransferTooSoon, unlocked).into());
    }
    holder_lock::check(cx, zone, domain)?;
    let closes = domain.expires_at.plus_days(-i64::from(zone.transfer.closed_days));
    if zone.transfer.closed_days > 0 && cx.now >= closes {
        return Err(refused(Outcome::TransferTooLate, domain.expires_at).into());
    }
    Ok(())
}

/// What becomes of a transfer that its losing sponsor does not answer in time: what that one chose for the domain, otherwise
/// what the zone says. Where nobody else can agree, silence is no.
pub(super) fn time_out(domain: &Domain, zone: &Zone, transfer: &Transfer) -> TimeOut {
    let unless_chosen = if transfer.needs_sponsor { TimeOut::Cancel } else { zone.transfer.time_out };
    domain.time_out.unwrap_or(unless_chosen)
}

fn check_pending<S: Snapshot + ?Sized>(cx: &Context<'_, S>, domain: &Domain) -> Result<(), Failure> {
    if !domain.statuses.has(Status::PendingTransfer) {
        return Ok(());
    }
    let pending = cx.store.transfer(domain.id.into())?;
    let is_own = pending.is_some_and(|transfer| transfer.gaining == cx.actor.id());
    let outcome = if is_own { Outcome::TransferOrdered } else { Outcome::TransferPending };
    Err(Refusal::new(outcome).at(Field::DomainName).value(&domain.name).into())
}
