//! `wgp-domain-delete`: ends a protection service.

use engine::ops::protection::Delete;

use super::parameters;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::name(&mut params);
    let name = params.finish(name)?;
    call.command(Delete { name }).await.map(Reply::nothing)
}
