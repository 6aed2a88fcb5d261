//! `QueryOwnerChangeList`: the latest changes of owners of the account's domains: those that are pending, unless others are asked
//! for.

use engine::model::TransferState;
use engine::ops::domain::{TradeAnswer, TradeList};

use super::transfer_columns;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let states = params.choice("STATUS", &STATES).unwrap_or(&[TransferState::Pending]);
    params.ignore(&["WIDE", "ORDERBY", "ORDER"]);
    params.finish(Some(()))?;
    let done = call.query(TradeList { states: states.to_vec(), window: page.window() }).await?;
    Ok(Reply::of(done, |found| page.scalars(told(&found.rows), found.rows.len(), found.total)))
}

fn told(rows: &[TradeAnswer]) -> Columns {
    let from = |row: &TradeAnswer| row.trade.from.as_ref().map(ToString::to_string).unwrap_or_default();
    Columns::new()
        .each("domain", rows, |row| row.name.to_string())
        .each("status", rows, |row| transfer_columns::state(row.trade.state).to_owned())
        .each("request date", rows, |row| moment(row.trade.requested_at))
        .each("request expiration date", rows, |row| moment(row.trade.acts_at))
        .each("losing registrant", rows, from)
        .each("gaining registrant", rows, |row| row.trade.to.to_string())
}

/// None expires unanswered: the server decides then.
const STATES: [(&str, &[TransferState]); 4] = [
    ("ACTIVE", &[TransferState::Pending]),
    ("SUCCESS", &[TransferState::ClientApproved, TransferState::ServerApproved]),
    (
        "FAILED",
        &[TransferState::ClientRejected, TransferState::ClientCancelled, TransferState::ServerCancelled],
    ),
    ("EXPIRED", &[]),
];
