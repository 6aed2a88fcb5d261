use super::{Inserted, Result, Slice};
use crate::model::{AccountId, DnsZone, DnsZoneId, DomainName, NamePattern};

/// Reads DNS zones.
pub trait DnsZones {
    /// The zone with a name, also one that is deleted.
    fn dns_zone(&self, name: &DomainName) -> Result<Option<DnsZone>>;

    /// The zone with an id.
    fn dns_zone_by_id(&self, id: DnsZoneId) -> Result<Option<DnsZone>>;

    /// The nearest zone that is not deleted in which a name lies; one of the very name, if there is one.
    fn nearest_dns_zone(&self, name: &DomainName) -> Result<Option<DnsZone>>;

    /// The zones of an account that are not deleted and whose names fit, by name. One statement.
    fn dns_zones(
        &self,
        owner: AccountId,
        pattern: &NamePattern,
        slice: &Slice<DomainName>,
    ) -> Result<Vec<DnsZone>>;

    /// How many zones an account has that are not deleted and whose names fit.
    fn count_dns_zones(&self, owner: AccountId, pattern: &NamePattern) -> Result<u64>;
}

/// Writes DNS zones.
pub trait DnsZonesMut: DnsZones {
    /// Adds a zone unless its name is taken.
    fn insert_dns_zone(&self, zone: &DnsZone) -> Result<Inserted>;

    /// Replaces a zone's row; id, name, owner, type and date of addition stay.
    fn update_dns_zone(&self, zone: &DnsZone) -> Result<()>;

    /// Removes a zone of which nothing is left but its name.
    fn delete_dns_zone(&self, id: DnsZoneId) -> Result<()>;
}
