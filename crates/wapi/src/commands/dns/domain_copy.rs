//! `dns-domain-copy`: a zone with the rows of another.

use engine::Field;
use engine::ops::dns_zone::Copy;

use super::parameters;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::zone(&mut params, "name");
    let new_name = params.need("name_new", Field::NewDnsZoneName, parameters::absolute);
    let copy = name.zip(new_name).map(|(name, new_name)| Copy { name, new_name });
    let copy = params.finish(copy)?;
    call.command(copy).await.map(Reply::nothing)
}
