//! `TP_CancelOrder`: withdraws what is still pending of an order or was not submitted, all or nothing.

use engine::model::TransferState;
use engine::ops::domain::TransferCancel;
use engine::ops::order::{Info, OrderStanding, OrderedLine, Withdraw};
use engine::ops::{Several, Together};
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
    let stop = stop(&lines).ok_or_else(|| Refusal::new(Outcome::TransferNotPending).value(order.0))?;
    let done = call.command(stop).await?;
    Ok(Reply::of(done, |_| Fields::new().one("success", "True")))
}

/// What stops all of these lines that can be stopped; `None` if none can.
pub(in crate::commands) fn stop(
    lines: &[OrderedLine],
) -> Option<Together<Several<TransferCancel>, Withdraw>> {
    let is_pending = |one: &&OrderedLine| one.standing == OrderStanding::Transfer(TransferState::Pending);
    let pending = lines.iter().filter(is_pending).filter_map(|one| one.line.goods.domain());
    let cancels: Vec<_> = pending.map(|name| TransferCancel { name: name.clone() }).collect();
    let kept = lines.iter().filter(|one| one.standing == OrderStanding::Kept);
    let kept: Vec<_> = kept.map(|one| one.line.key()).collect();
    let is_none = cancels.is_empty() && kept.is_empty();
    (!is_none).then_some(Together { first: Several(cancels), then: Withdraw { lines: kept } })
}
