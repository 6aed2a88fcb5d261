//! `TP_ResubmitLocked`: asks anew for a domain that was locked, or had changed hands a short time ago. That is an order of its
//! own.

use engine::Field;
use engine::ops::order::{OrderStanding, Waited};

use super::{show, wanted};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::order::number;
use crate::commands::order::placing::{Placing, Wanted};
use crate::fields::Fields;
use crate::kept::Kept;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let line = params.need("TransferOrderDetailID", Field::Order, number::line);
    let line = params.finish(line)?;
    let one = show::line_of(call, line).await?;
    let words = one.words.clone().filter(|_| one.standing != OrderStanding::Kept);
    let words = words.ok_or_else(|| wanted::over(&one.line))?;
    let request = wanted::again(call, &Kept::read(&words)?)?;
    let waited = Waited::InOrder(one.line.key());
    let mut placing = Placing::new(call);
    placing.place(Wanted { waited, ..wanted::ordered(call, &request, words) }, request).await?;
    if !placing.has_lines() {
        return Err(wanted::over(&one.line).into());
    }
    let order = Fields::new().one("transferorderid", call.order());
    Ok(Reply::new(Fields::new().group("transferorder", order).one("success", "True")))
}
