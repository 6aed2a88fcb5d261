//! `RequestDomainAuthInfo`: has a new authorisation code sent to the owner of a domain.

use engine::ops::domain::SendAuthinfo;

use super::name;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::entity(&mut params);
    let name = params.finish(name)?;
    let domain = name.as_str().to_owned();
    call.command(SendAuthinfo { name }).await.map(|done| Reply::about(done, "domain", domain))
}
