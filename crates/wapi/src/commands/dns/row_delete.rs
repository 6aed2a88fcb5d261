//! `dns-row-delete`: takes a row away.

use engine::ops::dns_row::Delete;

use super::parameters;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let zone = parameters::zone(&mut params, "domain");
    let row = parameters::row(&mut params);
    let delete = zone.zip(row).map(|(zone, row)| Delete { zone, row });
    let delete = params.finish(delete)?;
    call.command(delete).await.map(Reply::nothing)
}
