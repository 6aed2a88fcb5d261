use crate::{
    model::DomainName,
    ports::{
        DnsKeeper, DnsZones,
        store::{Result, Snapshot},
    },
};

/// Says that the DNS of a name that is registered here is its sponsor's.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnZones;

impl DnsZones for OwnZones {
    fn keeper(&self, store: &dyn Snapshot, registered: &DomainName) -> Result<DnsKeeper> {
        let domain = store.domain(registered)?;
        Ok(domain.map_or(DnsKeeper::Elsewhere, |domain| DnsKeeper::Account(domain.sponsor)))
    }
}
