//! `StatusDNSZone`: the settings of a zone and its start of authority.

use engine::model::{DnsSigning, DnsZone};
use engine::ops::dns_zone::Info;

use super::settings;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = settings::zone(&mut params);
    let name = params.finish(name)?;
    let done = call.query(Info { name }).await?;
    Ok(Reply::of(done, |view| told(&view.zone)))
}

pub(super) fn told(zone: &DnsZone) -> Columns {
    let soa = &zone.soa;
    let is_signed = if zone.signing == DnsSigning::Unsigned { "0" } else { "1" };
    let zone_type = if zone.source().is_some() { "SLAVE" } else { "MASTER" };
    Columns::new()
        .one("dnszone", zone.name.as_str())
        .one("soamname", format!("{}.", soa.mname))
        .one("soarname", format!("{}.", soa.rname))
        .one("soaserial", zone.serial.to_string())
        .one("soarefresh", soa.refresh.to_string())
        .one("soaretry", soa.retry.to_string())
        .one("soaexpire", soa.expire.to_string())
        .one("soaminttl", soa.minimum.to_string())
        .one("soattl", soa.ttl.to_string())
        .one("zonetype", zone_type)
        .one("signed", is_signed)
        .one("dnssec", is_signed)
        .maybe("masteripaddress", zone.source().map(|source| source.primary.to_string()))
        .one("created date", moment(zone.added_at))
        .maybe("updated date", zone.changed_at.map(moment))
}
