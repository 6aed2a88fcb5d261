//! `SynchAuthInfo`: has a new authorisation code sent to the owner of a domain. The code itself is never told.

use engine::ops::domain::SendAuthinfo;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.command(SendAuthinfo { name }).await?;
    Ok(Reply::of(done, |_| Fields::new().one("EPPEmailMessage", "Email has been sent.")))
}
