//! `dns-domain-delete`: a zone with its rows.

use engine::ops::dns_zone::Delete;

use super::parameters;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::zone(&mut params, "name");
    let name = params.finish(name)?;
    call.command(Delete { name }).await.map(Reply::nothing)
}
