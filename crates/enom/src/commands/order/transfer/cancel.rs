//! `TP_CancelOrder`: withdraws what is still pending of an order, all or nothing.

use engine::model::TransferState;
use engine::ops::Several;
use engine::ops::domain::TransferCancel;
use engine::ops::order::{Info, OrderStanding, OrderedLine};
use engine::{Outcome, Refusal};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::order::number;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let order = number::needed(&mut params, "TransferOrderID");
    let order = params.finish(order)?;
    let lines = call.query(Info { order }).await?.answer;
    let is_pending = |one: &&OrderedLine| one.standing == OrderStanding::Transfer(TransferState::Pending);
    let pending = lines.iter().filter(is_pending).filter_map(|one| one.line.goods.domain());
    let cancels: Vec<_> = pending.map(|name| TransferCancel { name: name.clone() }).collect();
    if cancels.is_empty() {
        return Err(Refusal::new(Outcome::TransferNotPending).value(order.0).into());
    }
    let done = call.command(Several(cancels)).await?;
    Ok(Reply::of(done, |_| Fields::new().one("success", "True")))
}
