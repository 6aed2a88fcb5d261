use outcomes::Operation as Name;

use crate::{
    Failure, Writing,
    model::{Domain, Event},
    ops::notify::notify,
    policy::Zone,
};

/// Puts a registration back into redemption, because the report on its restoration did not come (RFC 3915 section 2).
///
/// Changes: it can be restored again for what was left of its redemption period when the restoration was asked for;
/// then its name waits for its release as ever. Bills nothing, and pays nothing back. Notifies: the sponsor.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn report_overdue(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &mut Domain,
) -> Result<(), Failure> {
    let Some(redemption) = &mut domain.redemption else { return Ok(()) };
    let Some(requested_at) = redemption.restore_requested_at.take() else { return Ok(()) };
    let left = redemption.redeemable_until.millis() - requested_at.millis();
    redemption.redeemable_until = cx.now.plus_millis(left);
    redemption.purge_at = redemption.redeemable_until.plus_days(zone.redemption.pending_delete.into());

    let redeemable_until = redemption.redeemable_until;
    cx.store.update_domain(domain)?;
    cx.record(Name::DomainReportOverdue, domain.id.into(), domain.name.as_str())?;
    let event = Event::RestoreReportOverdue { name: domain.name.to_string(), redeemable_until };
    Ok(notify(cx, domain.sponsor, event)?)
}
