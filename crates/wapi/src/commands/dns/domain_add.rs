//! `dns-domain-add`: a new zone, with rows of its own or fetched from its primary. Parameters that belong to the other
//! type are ignored.

use engine::Field;
use engine::model::{DnsZoneType, PrimaryAddress};
use engine::ops::dns_zone::{Add, NewDnsZone, SoaChange};

use super::parameters::{self, PRIMARY_IP};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::zone(&mut params, "name");
    let kind = kind(&mut params);
    let name_servers = parameters::name_servers(&mut params);
    let add = name.zip(kind).map(|(name, kind)| Add {
        name,
        kind,
        name_servers,
        soa: SoaChange::default(),
        rows: Vec::new(),
    });
    let add = params.finish(add)?;
    call.command(add).await.map(Reply::nothing)
}

fn kind(params: &mut Params) -> Option<NewDnsZone> {
    let zone_type = params.read("type", Field::DnsZoneType, DnsZoneType::parse);
    match zone_type.unwrap_or(DnsZoneType::Primary) {
        DnsZoneType::Primary => Some(NewDnsZone::Primary(parameters::axfr(params))),
        DnsZoneType::Secondary => {
            params.need(PRIMARY_IP, Field::DnsPrimary, PrimaryAddress::parse).map(NewDnsZone::Secondary)
        }
    }
}
