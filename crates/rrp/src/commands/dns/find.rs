//! `FindDNSZone`: the zone of the account that a name lies in.

use engine::ops::dns_zone::Find;

use super::{settings, status};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = settings::zone(&mut params);
    let name = params.finish(name)?;
    Ok(Reply::of(call.query(Find { name }).await?, |zone| status::told(&zone)))
}
