//! `TP_SubmitOrder`: asks for the domains of an order that was only kept so far. What is refused has its reason as status there.

use engine::ops::order::{Info, OrderStanding, OrderedLine};

use super::wanted;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::order::number;
use crate::commands::order::placing::Placing;
use crate::fields::Fields;
use crate::kept::Kept;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let order = number::needed(&mut params, "TransferOrderID");
    let order = params.finish(order)?;
    let lines = call.query(Info { order }).await?.answer;
    let is_kept = |one: &OrderedLine| one.standing == OrderStanding::Kept;
    if let Some(first) = lines.first().filter(|_| !lines.iter().any(is_kept)) {
        return Err(wanted::over(&first.line).into());
    }
    let mut kept = Vec::with_capacity(lines.len());
    for one in lines.into_iter().filter(is_kept) {
        let Some(words) = one.words else { continue };
        kept.push((one.line, wanted::again(call, &Kept::read(&words)?)?, words));
    }
    let mut placing = Placing::new(call);
    for (line, request, words) in kept {
        placing.submit(&line, words, request).await?;
    }
    Ok(Reply::new(Fields::new().one("success", "True")))
}
