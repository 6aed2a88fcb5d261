//! `TP_UpdateOrderDetail`: changes what is wanted of a domain in an order that is not submitted yet. What is not sent stays as it
//! was.

use engine::ops::order::{Amend, OrderStanding, OrderedLine, Withdraw};
use engine::{Failure, Field};

use super::{show, wanted};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::domain::people::KINDS;
use crate::commands::order::number;
use crate::kept::Kept;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let line = params.need("TransferOrderDetailID", Field::Order, number::line);
    let is_removed = params.flag("DeleteOrderDetail").unwrap_or_default();
    let sent = Kept::of(&params, |_| true).params();
    let line = params.finish(line)?;
    let one = show::line_of(call, line).await?;
    let key = one.line.key();
    match is_removed {
        true => call.command(Withdraw { lines: vec![key] }).await.map(drop)?,
        false => {
            let words = amended(call, &one, &sent)?.text();
            call.command(Amend { key, words }).await.map(drop)?;
        }
    }
    let changed = show::line_of(call, line).await?;
    Ok(Reply::new(show::detail_of(call, &changed)?.one("success", "True")))
}

/// What the line says from now on.
///
/// # Errors
/// `order_line_over`; what is wrong with it.
fn amended(call: &Call<'_>, one: &OrderedLine, sent: &Params) -> Result<Kept, Failure> {
    let words = one.words.as_ref().filter(|_| one.standing == OrderStanding::Kept);
    let words = words.ok_or_else(|| wanted::over(&one.line))?;
    let mut kept = Kept::read(words)?;
    let before = wanted::again(call, &kept)?;
    let stay = KINDS.iter().filter(|(kind, _, _)| stays(sent, kind)).map(|(kind, _, _)| *kind);
    let stay: Vec<&str> = stay.collect();
    let is_wanted = |name: &str| !stay.iter().any(|kind| wanted::is_of(name, kind));
    let mut later = wanted::wishes(call, sent, &before);
    later.put("AuthInfo1", sent.text("AuthInfo"));
    kept.extend(later);
    kept.retain(is_wanted);
    wanted::again(call, &kept)?;
    Ok(kept)
}

/// Whether one of the people is to stay as the domain has it.
fn stays(sent: &Params, kind: &str) -> bool {
    let word = sent.text(&format!("{kind}UseContact"));
    word.is_some_and(|word| word.trim().eq_ignore_ascii_case("none"))
}
