//! Records: what is published.

use domain::base::rdata::ComposeRecordData;
use domain::rdata::Ns;

use super::rdata::fingerprint;
use super::soa::to_name;
use super::{DnsZone, RecordType, RowName, Serial, Soa};
use crate::model::DomainName;

/// A record of a published zone, of any type, as the name servers answer with it. The class is always IN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DnsRecord {
    /// Its name, relative to the zone: in lower case, and in the form of a zone file where it has unusual bytes.
    pub name: RowName,
    /// The number of its type at IANA; for ALIAS that of [`RecordType::Alias`].
    pub kind: u16,
    /// How long it may be remembered, in seconds.
    pub ttl: u32,
    /// Its data as in a message of the DNS, names not compressed.
    pub rdata: Box<[u8]>,
}

impl DnsRecord {
    /// The type of the record that a zone begins with.
    pub const SOA: u16 = 6;

    /// The serial in the record that a zone begins with; `None` if it is another record, or malformed.
    pub fn serial(&self) -> Option<Serial> {
        if self.kind == Self::SOA { Soa::serial_in(&self.rdata) } else { None }
    }

    /// What tells it from others of its name and type.
    pub fn fingerprint(&self) -> [u8; 16] {
        fingerprint(&self.rdata)
    }

    /// The records that a primary zone has beside its rows: the start of its authority and its name servers.
    pub(crate) fn at_apex(zone: &DnsZone) -> Vec<Self> {
        let at_apex = |kind, rdata: Vec<u8>| Self {
            name: RowName::apex(),
            kind,
            ttl: zone.soa.ttl,
            rdata: rdata.into(),
        };
        let soa = zone.soa.wire(zone.serial).map(|wire| at_apex(Self::SOA, wire));
        let name_servers = zone.name_servers.iter().filter_map(ns_wire);
        soa.into_iter().chain(name_servers.map(|wire| at_apex(RecordType::Ns.number(), wire))).collect()
    }
}

impl DnsZone {
    /// Takes over the start of authority from the records that its primary sent. `false` if there is none, or it is
    /// malformed.
    pub(crate) fn follow(&mut self, records: &[DnsRecord]) -> bool {
        let is_soa = |record: &&DnsRecord| record.kind == DnsRecord::SOA && record.name.is_apex();
        let Some(record) = records.iter().find(is_soa) else { return false };
        let serial: Option<Serial> = self.soa.follow(&record.rdata, record.ttl);
        self.serial = serial.unwrap_or(self.serial);
        serial.is_some()
    }
}

fn ns_wire(host: &DomainName) -> Option<Vec<u8>> {
    let mut wire = Vec::new();
    Ns::new(to_name(host)?).compose_rdata(&mut wire).ok()?;
    Some(wire)
}
