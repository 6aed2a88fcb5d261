use outcomes::Operation as Name;

use super::{drop_name, handover, redemption};
use crate::{
    Failure, Writing,
    model::{Domain, Event, Status, TransferState},
    ops::{notify::notify, transfers},
    policy::Zone,
};

/// Deletes a registration that was not renewed.
///
/// Changes: the domain waits in redemption or, in a zone without, is gone. A transfer that was pending ends. Bills
/// nothing. Notifies: the sponsor.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn lapse(cx: &Writing<'_>, zone: &Zone, mut domain: Domain) -> Result<(), Failure> {
    end_transfer(cx, &mut domain)?;
    cx.record(Name::DomainLapse, domain.id.into(), domain.name.as_str())?;
    let (name, sponsor) = (domain.name.to_string(), domain.sponsor);
    let redeemable_until = if zone.expiry.redemption && zone.redemption.days > 0 {
        Some(redemption::enter(cx, zone, domain, 0)?.redeemable_until)
    } else {
        drop_name::remove(cx, &domain)?;
        None
    };
    Ok(notify(cx, sponsor, Event::DomainLapsed { name, redeemable_until })?)
}

fn end_transfer(cx: &Writing<'_>, domain: &mut Domain) -> Result<(), Failure> {
    if !domain.statuses.has(Status::PendingTransfer) {
        return Ok(());
    }
    let pending =
        cx.store.transfer(domain.id.into())?.filter(|transfer| transfer.state == TransferState::Pending);
    let Some(transfer) = pending else { return Ok(()) };
    handover::stay(cx, domain, &transfer)?;
    transfers::end(cx, transfer, TransferState::ServerCancelled, handover::event(domain))?;
    Ok(())
}
