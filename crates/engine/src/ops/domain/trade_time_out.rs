use outcomes::Operation as Name;

use super::{ownership, trade_rules};
use crate::{
    Failure, Writing,
    model::{Domain, TimeOut, Trade, TransferState},
};

/// Decides a trade whose time is up, as the zone's policy says. It is cancelled if the new registrant is gone.
///
/// Changes: the registrant, or nothing. Bills: what was set aside at the request, or gives it back. Notifies: the sponsor.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn trade_time_out(
    cx: &Writing<'_>,
    mut domain: Domain,
    trade: Trade,
) -> Result<TransferState, Failure> {
    let zone = ownership::zone_of(cx.policies, &domain)?;
    let is_wanted = zone.trade.time_out == TimeOut::Approve && cx.store.contact(&trade.to)?.is_some();
    let state = if is_wanted {
        trade_rules::carry_out(cx, &mut domain, &trade)?;
        TransferState::ServerApproved
    } else {
        trade_rules::give_up(cx, &mut domain)?;
        TransferState::ServerCancelled
    };
    trade_rules::end(cx, &domain, trade, state)?;
    cx.record(Name::TradeTimeOut, domain.id.into(), domain.name.as_str())?;
    Ok(state)
}
