//! `nsset-create`: a new set of name servers.

use engine::model::Secret;
use engine::ops::nsset::Create;

use super::{name, technical_contacts, zone};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::name_servers;
use crate::params::Params;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let create = read(&mut params);
    let create = params.finish(create)?;
    let done = call.command(create).await?;
    Ok(Reply::telling(done, |created| Tree::map([("nsset", Tree::text(created.name.as_str()))])))
}

/// Sets made so have no authInfo until one is sent to their contacts.
fn read(params: &mut Params) -> Option<Create> {
    let (zone, name) = (zone(params), name(params));
    let servers = name_servers::need(params);
    let contacts = technical_contacts(params);
    Some(Create { zone: zone?, name: name?, servers: servers?, contacts, authinfo: Secret::new("") })
}
