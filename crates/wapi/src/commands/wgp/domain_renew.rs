//! `wgp-domain-renew`: pays a protection service for another term.

use engine::ops::protection::Renew;

use super::{parameters, shown};
use crate::Call;
use crate::answer::Ended;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::name(&mut params);
    let (plan, cycle) = parameters::subscription(&mut params);
    let renew = params.finish(name.map(|name| Renew { name, plan, cycle }))?;
    call.command(renew).await.map(shown::ordered)
}
