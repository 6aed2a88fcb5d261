//! `ImportDNSZone`: a zone file takes the place of the rows of a zone, published at once; all or nothing. The start of
//! authority stays as it is.

use engine::model::{DomainName, zone_file};
use engine::ops::dns_row::NewDnsRow;
use engine::ops::dns_zone::{Edit, RowChange, Update};
use engine::{Field, Refusal};

use super::{modify, row, settings};
use crate::answer::Ended;
use crate::call::Call;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let edit = read(call, &mut params);
    let edit = params.finish(edit)?;
    modify::carry_out(call, edit).await
}

fn read(call: &Call<'_>, params: &mut Params) -> Option<Edit> {
    let name = settings::zone(params);
    let lines: Vec<String> = params.numbered("ZONEFILE").into_iter().map(|(_, line)| line).collect();
    if lines.is_empty() {
        params.add(missing("ZONEFILE", Field::DnsRdata));
    }
    let name = name?;
    let rows = params.take(Field::DnsRdata, rows(call, &name, &lines.join("\n")))?;
    let rows = RowChange { all: Some(rows), ..RowChange::default() };
    Some(Edit { settings: Update::of(name), rows, republish: false })
}

fn rows(call: &Call<'_>, zone: &DomainName, text: &str) -> Result<Vec<NewDnsRow>, Refusal> {
    let rules = &call.policies().house.dns;
    let records = zone_file::records(text, zone, rules.default_ttl)?;
    records.iter().map(|line| row::read(line, zone, rules)).collect()
}
