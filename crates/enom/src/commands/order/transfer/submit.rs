//! `TP_SubmitOrder`: asks for the domains of an order that was only kept so far. What is refused has its reason as status there.

use engine::ops::order::{Info, OrderStanding};
use engine::{Outcome, Refusal};

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
    let mut kept = Vec::new();
    for one in lines.into_iter().filter(|one| one.standing == OrderStanding::Kept) {
        let Some(words) = one.words else { continue };
        kept.push((one.line, wanted::again(call, &Kept::read(&words)?)?, words));
    }
    if kept.is_empty() {
        return Err(Refusal::new(Outcome::OrderLineOver).value(order.0).fact("place", "1").into());
    }
    let mut placing = Placing::new(call);
    for (line, request, words) in kept {
        placing.submit(&line, words, request).await?;
    }
    Ok(Reply::new(Fields::new().one("success", "True")))
}
