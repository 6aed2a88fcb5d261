use outcomes::Operation as Name;

use super::{drop_name, handover, redemption, trade_rules};
use crate::{
    Failure, Writing,
    model::{Domain, Event, Instant, Status, TransferState},
    ops::{notify::notify, transfers},
    policy::Zone,
};

/// Deletes a registration that was not renewed, as [`cancel`] does.
///
/// Notifies: the sponsor, and whoever [`cancel`] tells.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn lapse(cx: &Writing<'_>, zone: &Zone, domain: Domain) -> Result<(), Failure> {
    let (name, sponsor) = (domain.name.to_string(), domain.sponsor);
    let redeemable_until = cancel(cx, zone, domain)?;
    Ok(notify(cx, sponsor, Event::DomainLapsed { name, redeemable_until })?)
}

/// Deletes a registration. Answers until when it can be restored, if it can.
///
/// Changes: the domain waits in redemption or, in a zone without, is gone with the hosts inside it. A transfer or trade
/// that was pending ends, and its price is paid back. Bills nothing. Notifies: both sides of such a transfer, and the
/// sponsors of other domains that were delegated to such hosts.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn cancel(
    cx: &Writing<'_>,
    zone: &Zone,
    mut domain: Domain,
) -> Result<Option<Instant>, Failure> {
    end_transfer(cx, &mut domain)?;
    end_trade(cx, &mut domain)?;
    if zone.redeems_lapsed() {
        cx.record(Name::DomainLapse, domain.id.into(), domain.name.as_str())?;
        return Ok(Some(redemption::enter(cx, zone, domain, 0)?.redeemable_until));
    }
    drop_name::remove(cx, &domain, Name::DomainLapse)?;
    Ok(None)
}

fn end_transfer(cx: &Writing<'_>, domain: &mut Domain) -> Result<(), Failure> {
    if !domain.statuses.has(Status::PendingTransfer) {
        return Ok(());
    }
    let pending =
        cx.store.transfer(domain.id.into())?.filter(|transfer| transfer.state == TransferState::Pending);
    let Some(transfer) = pending else { return Ok(()) };
    handover::stay(cx, domain)?;
    transfers::end(cx, transfer, TransferState::ServerCancelled, handover::event(domain))?;
    Ok(())
}

fn end_trade(cx: &Writing<'_>, domain: &mut Domain) -> Result<(), Failure> {
    let Some(trade) = trade_rules::pending(cx, domain)? else { return Ok(()) };
    trade_rules::give_up(cx, domain)?;
    trade_rules::end(cx, domain, trade, TransferState::ServerCancelled)?;
    Ok(())
}
