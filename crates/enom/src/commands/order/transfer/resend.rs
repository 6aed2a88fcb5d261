//! `TP_ResendEmail`: has the registrant of a domain that was asked for told of it by letter.

use engine::ops::domain::TransferLetter;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.command(TransferLetter { name }).await?;
    Ok(Reply::of(done, |()| Fields::new().one("Success", "True")))
}
