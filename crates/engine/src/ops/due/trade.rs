//! A trade whose time is up.

use super::{Deed, Fired};
use crate::{
    Failure, Writing,
    model::{DomainId, ObjectId, Trade, TransferState},
    ops::domain,
};

/// Decides a trade, if it is still pending.
///
/// # Errors
/// A fault of the store.
pub(super) fn decide(cx: &Writing<'_>, object: ObjectId) -> Result<Option<Fired>, Failure> {
    let id = DomainId(object.0);
    let Some(domain) = cx.store.domain_by_id(id)? else { return Ok(None) };
    let is_overdue = |trade: &Trade| trade.state == TransferState::Pending && trade.acts_at <= cx.now;
    let Some(trade) = cx.store.trade(id)?.filter(is_overdue) else { return Ok(None) };
    let object = domain.name.to_string();
    let deed = match domain::trade_time_out(cx, domain, trade)? {
        TransferState::ServerApproved => Deed::TradeApproved,
        _ => Deed::TradeCancelled,
    };
    Ok(Some(Fired { at: cx.now, object, deed }))
}
