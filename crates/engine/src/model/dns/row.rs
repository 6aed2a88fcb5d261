//! Rows: what the owner of a primary zone changes.

use super::{Rdata, RowName};
use crate::model::{DnsRowId, DnsZoneId, Instant, Line};

/// A row of a primary zone as it was changed last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DnsRow {
    /// Its id, never used again. It stays when the row is changed.
    pub id: DnsRowId,
    /// The zone it is in.
    pub zone: DnsZoneId,
    /// Its name. Like the type it never changes.
    pub name: RowName,
    /// How long it may be remembered, in seconds; the same for all rows of a name and type.
    pub ttl: u32,
    /// Its type and data. No two rows of a zone have the same name, type and data.
    pub rdata: Rdata,
    /// When it was added or changed last.
    pub changed_at: Instant,
    /// What its owner says about it.
    pub comment: Option<Line>,
    /// Whether it is published as it stands here.
    pub committed: bool,
}
