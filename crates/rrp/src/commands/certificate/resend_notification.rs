//! `ResendNotification`: has letters sent again. Those to whoever approves a certificate are the only ones here that ask for
//! an answer.

use engine::Field;
use engine::ops::certificate::ResendApproval;

use super::{named, shown};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    params.need_choice("TYPE", Field::Command, &[("CERTIFICATE", ())]);
    let at = named::object(&mut params);
    // It is for people, and the letter has no room for it.
    params.ignore(&["REASON"]);
    let at = params.finish(at)?;
    let done = call.command(ResendApproval { at }).await?;
    Ok(Reply::of(done, |order| shown::ordered(call.face, &order)))
}
