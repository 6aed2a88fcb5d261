use super::{Inserted, Result};
use crate::model::{DnsRecord, DnsRow, DnsRowId, DnsZoneId, Instant, Rdata, RecordType, RowName};

/// Reads the rows of DNS zones, and what is published of them.
pub trait DnsRows {
    /// All rows of a zone, by name, type and age. One statement, however many.
    fn dns_rows(&self, zone: DnsZoneId) -> Result<Vec<DnsRow>>;

    /// The row of a zone with an id.
    fn dns_row(&self, zone: DnsZoneId, id: DnsRowId) -> Result<Option<DnsRow>>;

    /// Any one of the rows that have a name and, if one is asked for, a type. Costs the same however many have.
    fn some_dns_row(
        &self,
        zone: DnsZoneId,
        name: &RowName,
        kind: Option<RecordType>,
    ) -> Result<Option<DnsRow>>;

    /// The row of a zone that has a name, and this type and data. Costs the same however many there are.
    fn same_dns_row(&self, zone: DnsZoneId, name: &RowName, rdata: &Rdata) -> Result<Option<DnsRow>>;

    /// What is published of a zone, by name and type. One statement, however much.
    fn dns_records(&self, zone: DnsZoneId) -> Result<Vec<DnsRecord>>;
}

/// Writes the rows of DNS zones, and publishes them.
pub trait DnsRowsMut: DnsRows {
    /// Adds a row unless its zone has one of the same name, type and data.
    fn insert_dns_row(&self, row: &DnsRow) -> Result<Inserted>;

    /// Replaces a row; id, zone, name and type stay. `Taken` if another one of the zone is the same then.
    fn update_dns_row(&self, row: &DnsRow) -> Result<Inserted>;

    /// Gives all rows of a name and type one TTL. Costs as much as there are that have another.
    fn set_dns_ttl(&self, row: &DnsRow) -> Result<()>;

    /// Removes a row.
    fn delete_dns_row(&self, row: &DnsRow) -> Result<()>;

    /// Gives a zone without rows those of another as changes not yet published, with ids from `first` on. One
    /// statement, however many.
    fn copy_dns_rows(&self, from: DnsZoneId, to: DnsZoneId, first: DnsRowId, at: Instant) -> Result<()>;

    /// Publishes what was changed of a zone's rows since this was done last, and in the place of its records for the
    /// zone's own start of authority and name servers the given ones. Costs as much as was changed.
    fn publish_dns_rows(&self, zone: DnsZoneId, apex: &[DnsRecord]) -> Result<()>;

    /// Publishes records in the place of all that are published of a zone.
    fn put_dns_records(&self, zone: DnsZoneId, records: &[DnsRecord]) -> Result<()>;

    /// Removes all rows of a zone, and what is published of it.
    fn clear_dns_zone(&self, zone: DnsZoneId) -> Result<()>;
}
