//! `wgp-domain-update-policy`: says how a protected name treats its visitors. A policy that is sent and empty has no rules.

use engine::ops::protection::SetPolicy;

use super::parameters;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::name(&mut params);
    let rules = parameters::policy(&mut params);
    let set = params.finish(name.zip(rules).map(|(name, rules)| SetPolicy { name, rules }))?;
    call.command(set).await.map(Reply::nothing)
}
