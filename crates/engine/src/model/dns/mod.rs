//! DNS zones: what the name servers of this system answer with, whoever registered the name and wherever.
//!
//! ```text
//!   DnsZone ── DnsRow   the draft: what the owner changes, row by row (a primary zone)
//!      │
//!      └────── DnsRecord  what is published: the draft as of the last commit, or what the primary sent (a secondary zone)
//! ```

mod axfr;
mod name;
mod rdata;
mod record;
mod record_type;
mod row;
mod serial;
mod soa;
mod zone;
pub mod zone_file;

pub use axfr::{Axfr, DnsSource, PrimaryAddress};
pub use name::RowName;
pub use rdata::Rdata;
pub use record::DnsRecord;
pub use record_type::RecordType;
pub use row::DnsRow;
pub use serial::Serial;
pub use soa::Soa;
pub use zone::{DnsLock, DnsSigning, DnsZone, DnsZoneKind, DnsZoneState, DnsZoneType};
