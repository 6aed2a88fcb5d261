//! `nsset-update`: other servers and contacts in the place of all that a set has. What is left out goes.

use engine::ops::nsset::Update;

use super::{name, proof, technical_contacts, zone};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::name_servers;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let update = read(&mut params);
    let update = params.finish(update)?;
    call.command(update).await.map(Reply::nothing)
}

fn read(params: &mut Params) -> Option<Update> {
    let (zone, name) = (zone(params), name(params));
    let servers = name_servers::need(params);
    let contacts = technical_contacts(params);
    let proof = proof(params);
    Some(Update { zone: zone?, name: name?, servers: servers?, contacts, proof })
}
