//! `wgp-domain-template-replicate`: gives a protection service the settings of a template.

use engine::Field;
use engine::ops::protection::ReplicateTemplate;

use super::parameters::{self, TEMPLATE};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::name(&mut params);
    let template = params.need(TEMPLATE, Field::Template, parameters::template);
    let replicate = name.zip(template).map(|(name, template)| ReplicateTemplate { name, template });
    let replicate = params.finish(replicate)?;
    call.command(replicate).await.map(Reply::nothing)
}
