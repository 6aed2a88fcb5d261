//! `dns-row-update`: the TTL, data and comment of a row. Its name and type, which clients send along, stay.

use engine::Field;
use engine::ops::dns_row::Update;

use super::parameters;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let zone = parameters::zone(&mut params, "domain");
    let row = parameters::row(&mut params);
    let ttl = parameters::ttl(&mut params);
    let rdata = params.required("rdata", Field::DnsRdata);
    let comment = parameters::comment(&mut params).map(Some);
    let update = zone.zip(row).map(|(zone, row)| Update { zone, row, ttl, rdata, comment });
    let update = params.finish(update)?;
    call.command(update).await.map(Reply::nothing)
}
