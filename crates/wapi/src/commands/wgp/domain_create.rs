//! `wgp-domain-create`: orders a protection service. How its setting up ended is told by a notice.

use engine::Field;
use engine::model::ProtectionMode;
use engine::ops::protection::Create;

use super::parameters::{self, TEMPLATE};
use super::shown;
use crate::Call;
use crate::answer::Ended;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::name(&mut params);
    let (plan, cycle) = parameters::subscription(&mut params);
    let mode = params.read("mode", Field::Mode, ProtectionMode::requested);
    let upstreams = parameters::upstreams(&mut params);
    let template = params.read(TEMPLATE, Field::Template, parameters::template);
    let (dns_token, force_dns) = parameters::dns_permit(&mut params);
    let create =
        name.map(|name| Create { name, plan, cycle, mode, upstreams, template, dns_token, force_dns });
    let create = params.finish(create)?;
    call.command(create).await.map(shown::ordered)
}
