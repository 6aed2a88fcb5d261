//! `StatusOwnerChange`: where the latest trade of a domain stands.

use engine::ops::domain::{TradeAnswer, TradeQuery};

use super::{name, transfer_columns};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::entity(&mut params);
    let name = params.finish(name)?;
    Ok(Reply::of(call.query(TradeQuery { name }).await?, |answer| told(&answer)))
}

/// A trade.
pub(super) fn told(answer: &TradeAnswer) -> Columns {
    let trade = &answer.trade;
    Columns::new()
        .one("domain", answer.name.as_str())
        .one("status", transfer_columns::state(trade.state))
        .one("requested date", moment(trade.requested_at))
        .one("execute date", moment(trade.acts_at))
        .maybe("old ownercontact", trade.from.as_ref().map(ToString::to_string))
        .one("ownercontact", trade.to.to_string())
}
