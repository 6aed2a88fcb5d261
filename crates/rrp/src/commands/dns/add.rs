//! `AddDNSZone`, `CreateDNSZone`: a zone with its rows, or one that is fetched from its primary.

use engine::ops::dns_zone::{Add, NewDnsZone};

use super::settings;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = settings::zone(&mut params);
    let rows = settings::rows(&mut params, "RR", name.as_ref(), &call.policies().house.dns);
    let primary = settings::primary(&mut params);
    let kind = primary.map_or(NewDnsZone::Primary(Default::default()), NewDnsZone::Secondary);
    let soa = settings::soa(&mut params);
    let add = params.finish(name.map(|name| Add { name, kind, name_servers: Vec::new(), soa, rows }))?;
    let zone = add.name.to_string();
    call.command(add).await.map(|done| Reply::about(done, "dnszone", zone))
}
