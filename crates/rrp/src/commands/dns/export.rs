//! `ExportDNSZone`, `GetDNSZone`: a whole zone as lines, its start of authority first.

use engine::model::DnsZone;

use super::{rows, settings};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::face::Face;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = settings::zone(&mut params);
    let name = params.finish(name)?;
    let done = rows::of(call, &name).await?;
    Ok(Reply::of(done, |(view, rows)| {
        let start = start(&view.zone, call.face);
        let lines = std::iter::once(start).chain(rows.iter().map(|row| row.line(&name, call.face)));
        Columns::new().one("dnszone", name.as_str()).many("rr", lines.collect())
    }))
}

fn start(zone: &DnsZone, face: Face) -> String {
    let soa = &zone.soa;
    let name = match face {
        Face::Cnr | Face::Rrp => "@".to_owned(),
        Face::Hexonet => format!("{}.", zone.name),
    };
    let times =
        [soa.refresh, soa.retry, soa.expire, soa.minimum].map(|seconds| seconds.to_string()).join(" ");
    format!("{name} {} IN SOA {}. {}. {} {times}", soa.ttl, soa.mname, soa.rname, zone.serial)
}
