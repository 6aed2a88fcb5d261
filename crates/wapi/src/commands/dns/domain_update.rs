//! `dns-domain-update`: the settings of a zone. What is not sent stays.

use engine::Field;
use engine::model::{Axfr, DnsZoneType, PrimaryAddress};
use engine::ops::dns_zone::Update;

use super::parameters::{self, AXFR_ENABLED, AXFR_IPS, PRIMARY_IP};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::zone(&mut params, "name");
    let zone_type = params.read("type", Field::DnsZoneType, DnsZoneType::parse);
    let axfr = axfr(&mut params);
    let primary = params.read(PRIMARY_IP, Field::DnsPrimary, PrimaryAddress::parse);
    let soa = parameters::soa(&mut params);
    let name_servers = params.has("ns").then(|| parameters::name_servers(&mut params));
    let update =
        name.map(|name| Update { name, zone_type, axfr, name_servers, soa, auto_commit: None, primary });
    let update = params.finish(update)?;
    call.command(update).await.map(Reply::nothing)
}

/// Whether and by whom a zone may be transferred is said together: addresses alone would open it, or do nothing.
fn axfr(params: &mut Params) -> Option<Axfr> {
    if params.has(AXFR_ENABLED) {
        return Some(parameters::axfr(params));
    }
    if params.has(AXFR_IPS) {
        params.add(missing(AXFR_ENABLED, Field::DnsAxfrEnabled));
    }
    None
}
