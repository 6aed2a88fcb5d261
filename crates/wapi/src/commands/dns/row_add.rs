//! `dns-row-add`: a new row. Without a name it belongs to the zone itself.

use engine::Field;
use engine::model::{Rdata, RecordType, RowName};
use engine::ops::dns_row::{Add, NewDnsRow};

use super::parameters;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let zone = parameters::zone(&mut params, "domain");
    let row = row(&mut params);
    let add = zone.zip(row).map(|(zone, row)| Add { zone, row });
    let add = params.finish(add)?;
    call.command(add).await.map(Reply::nothing)
}

fn row(params: &mut Params) -> Option<NewDnsRow> {
    let name = params.read("name", Field::DnsRowName, RowName::parse).unwrap_or_else(RowName::apex);
    let ttl = parameters::ttl(params);
    let parameter = params.first_of(&["type", "rdtype"]);
    let kind = params.need(parameter, Field::DnsRecordType, RecordType::parse);
    let comment = parameters::comment(params);
    let rdata = params.required("rdata", Field::DnsRdata);
    let rdata = params.take(Field::DnsRdata, Rdata::parse(kind?, &rdata?));
    Some(NewDnsRow { name, ttl, rdata: rdata?, comment })
}
