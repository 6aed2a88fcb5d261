use crate::{
    model::{DnsZoneState, DomainName},
    ports::{
        DnsKeeper, DnsZones,
        store::{Result, Snapshot},
    },
};

/// Says that the DNS of a name is kept by the account whose DNS zone of that name stands here, whoever registered it and
/// wherever; where there is none, by the sponsor of the name that is registered here.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnZones;

impl DnsZones for OwnZones {
    fn keeper(&self, store: &dyn Snapshot, registered: &DomainName) -> Result<DnsKeeper> {
        let zone = store.dns_zone(registered)?.filter(|zone| zone.state != DnsZoneState::Deleted);
        if let Some(zone) = zone {
            return Ok(DnsKeeper::Account(zone.owner));
        }
        let domain = store.domain(registered)?;
        Ok(domain.map_or(DnsKeeper::Elsewhere, |domain| DnsKeeper::Account(domain.sponsor)))
    }
}
