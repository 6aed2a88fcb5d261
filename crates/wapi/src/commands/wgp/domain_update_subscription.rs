//! `wgp-domain-update-subscription`: gives a protection service another plan or term.

use engine::ops::protection::UpdateSubscription;

use super::{parameters, shown};
use crate::Call;
use crate::answer::Ended;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::name(&mut params);
    let (plan, cycle) = parameters::subscription(&mut params);
    let update = params.finish(name.map(|name| UpdateSubscription { name, plan, cycle }))?;
    call.command(update).await.map(shown::ordered)
}
