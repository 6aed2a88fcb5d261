//! All rows of a zone, its name servers among them.

use engine::model::DomainName;
use engine::ops::dns_row::List;
use engine::ops::dns_zone::{DnsZoneView, Info};
use engine::{Done, Failure};

use super::row::Shown;
use crate::call::Call;

/// A zone with its rows: first its name servers, then the others by name.
///
/// # Errors
/// Why they cannot be shown.
pub(super) async fn of(
    call: &Call<'_>,
    name: &DomainName,
) -> Result<Done<(DnsZoneView, Vec<Shown>)>, Failure> {
    let view = call.query(Info { name: name.clone() }).await?.answer;
    let done = call.query(List { zone: name.clone() }).await?;
    let ttl = view.zone.soa.ttl;
    let name_servers = view.zone.name_servers.iter().filter_map(|host| Shown::name_server(host, ttl));
    let mut rows: Vec<Shown> = name_servers.collect();
    Ok(done.map(|others| {
        rows.extend(others.into_iter().map(Shown::from));
        (view, rows)
    }))
}
