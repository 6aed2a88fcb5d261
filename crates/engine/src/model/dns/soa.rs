//! The start of a zone's authority.

use domain::base::iana::Rtype;
use domain::base::rdata::{ComposeRecordData, ParseRecordData};
use domain::base::{Name, ParsedName, Serial as WireSerial, Ttl};
use domain::dep::octseq::Parser;
use domain::rdata::Soa as WireSoa;

use super::Serial;
use crate::model::DomainName;

/// The values of a zone's SOA record (RFC 1035 section 3.3.13) beside its serial; times in seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Soa {
    /// The server the zone comes from.
    pub mname: DomainName,
    /// The mailbox of whoever is responsible, its `@` written as a dot.
    pub rname: DomainName,
    /// How often secondaries ask for a new version.
    pub refresh: u32,
    /// How soon they ask again if they got no answer.
    pub retry: u32,
    /// How long they answer without having been answered.
    pub expire: u32,
    /// How long it may be remembered that something does not exist.
    pub minimum: u32,
    /// How long the record itself may be remembered.
    pub ttl: u32,
}

impl Soa {
    /// The data of the record with a serial, as it stands in a message; `None` if a name cannot stand there.
    pub(super) fn wire(&self, serial: Serial) -> Option<Vec<u8>> {
        let soa = WireSoa::new(
            to_name(&self.mname)?,
            to_name(&self.rname)?,
            WireSerial::from(serial.0),
            Ttl::from_secs(self.refresh),
            Ttl::from_secs(self.retry),
            Ttl::from_secs(self.expire),
            Ttl::from_secs(self.minimum),
        );
        let mut wire = Vec::new();
        soa.compose_rdata(&mut wire).ok()?;
        Some(wire)
    }

    /// The serial in the data of a record; `None` if it is malformed.
    pub(super) fn serial_in(wire: &[u8]) -> Option<Serial> {
        parse(wire).map(|soa| Serial(soa.serial().into_int()))
    }

    /// Takes over what a primary's record says and tells its serial; `None` if it is malformed. Names that are no host
    /// names, which a DNS server may well have, stay as they were.
    pub(super) fn follow(&mut self, wire: &[u8], ttl: u32) -> Option<Serial> {
        let soa = parse(wire)?;
        let read = |name: &ParsedName<&[u8]>| DomainName::parse(&name.to_string()).ok();
        *self = Self {
            mname: read(soa.mname()).unwrap_or_else(|| self.mname.clone()),
            rname: read(soa.rname()).unwrap_or_else(|| self.rname.clone()),
            refresh: soa.refresh().as_secs(),
            retry: soa.retry().as_secs(),
            expire: soa.expire().as_secs(),
            minimum: soa.minimum().as_secs(),
            ttl,
        };
        Some(Serial(soa.serial().into_int()))
    }
}

fn parse(wire: &[u8]) -> Option<WireSoa<ParsedName<&[u8]>>> {
    WireSoa::parse_rdata(Rtype::SOA, &mut Parser::from_ref(wire)).ok()?
}

/// A name as the library knows it.
pub(super) fn to_name(name: &DomainName) -> Option<Name<Vec<u8>>> {
    name.as_str().parse().ok()
}
