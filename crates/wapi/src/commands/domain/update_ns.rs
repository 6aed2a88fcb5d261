//! `domain-update-ns`: gives a domain these name servers and no others.

use engine::Field;
use engine::model::DomainName;
use engine::ops::domain::Delegate;

use super::name_servers;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("name", Field::DomainName, DomainName::parse);
    let delegation = name_servers::need(call, &mut params, name.as_ref());
    let (name, delegation) = params.finish(name.zip(delegation))?;
    call.command(Delegate { name, delegation }).await.map(Reply::nothing)
}
