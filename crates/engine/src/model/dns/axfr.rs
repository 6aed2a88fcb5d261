//! Transfers of whole zones (RFC 5936): to whom, and from where.

use std::fmt;
use std::net::{IpAddr, SocketAddr};

use outcomes::Outcome;

use crate::{Refusal, model::Instant};

/// Who may transfer a primary zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Axfr {
    /// Whether anybody may.
    pub enabled: bool,
    /// Who, if so.
    pub addresses: Vec<IpAddr>,
}

impl Axfr {
    /// Reads an address that may transfer a zone.
    ///
    /// # Errors
    /// `address_malformed`.
    pub fn parse_address(text: &str) -> Result<IpAddr, Refusal> {
        let address =
            text.parse::<IpAddr>().map_err(|_| Refusal::new(Outcome::AddressMalformed).value(text))?;
        Ok(address.to_canonical())
    }

    /// Whether an address may transfer the zone.
    pub fn admits(&self, address: IpAddr) -> bool {
        self.enabled && self.addresses.contains(&address.to_canonical())
    }
}

/// Where a server can be asked for a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PrimaryAddress(SocketAddr);

impl PrimaryAddress {
    /// Reads an address, with its port if that is not 53: `192.0.2.1`, `192.0.2.1:5353`, `[2001:db8::1]:5353`.
    ///
    /// # Errors
    /// `address_malformed`, `dns_primary_refused` for an unspecified or multicast one.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let bare = text.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, DNS_PORT));
        let address = bare.or_else(|_| text.parse::<SocketAddr>());
        let address = address.map_err(|_| Refusal::new(Outcome::AddressMalformed).value(text))?;
        let ip = address.ip().to_canonical();
        if ip.is_unspecified() || ip.is_multicast() || address.port() == 0 {
            return Err(Refusal::new(Outcome::DnsPrimaryRefused).value(text));
        }
        Ok(Self(SocketAddr::new(ip, address.port())))
    }

    /// The address with its port.
    pub const fn socket(self) -> SocketAddr {
        self.0
    }
}

/// Without the port if that is 53.
impl fmt::Display for PrimaryAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.port() == DNS_PORT { self.0.ip().fmt(f) } else { self.0.fmt(f) }
    }
}

/// Where a secondary zone comes from, and how far that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DnsSource {
    /// The server that has it.
    pub primary: PrimaryAddress,
    /// When it will be asked next.
    pub next_run: Instant,
    /// When it was asked last.
    pub asked_at: Option<Instant>,
    /// When it last said what it has, changed or not.
    pub answered_at: Option<Instant>,
    /// When the name servers give the zone up, unless its primary answers before.
    pub expires_at: Instant,
    /// Whether they have given it up.
    pub expired: bool,
}

const DNS_PORT: u16 = 53;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_primary_may_have_a_port() {
        let shown = |text: &str| PrimaryAddress::parse(text).unwrap().to_string();
        assert_eq!(
            [shown("192.0.2.1"), shown("192.0.2.1:53"), shown("192.0.2.1:5353")],
            ["192.0.2.1", "192.0.2.1", "192.0.2.1:5353"]
        );
        assert_eq!(
            [shown("2001:db8::1"), shown("[2001:db8::1]:5353")],
            ["2001:db8::1", "[2001:db8::1]:5353"]
        );
        let refused = |text: &str| PrimaryAddress::parse(text).unwrap_err().outcome;
        for bad in ["", "ns1.example.com", "192.0.2.256", "192.0.2.1:", "192.0.2.1:70000", "192.0.2.0/24"] {
            assert_eq!(refused(bad), Outcome::AddressMalformed, "{bad}");
        }
        for bad in ["0.0.0.0", "::", "224.0.0.1", "192.0.2.1:0"] {
            assert_eq!(refused(bad), Outcome::DnsPrimaryRefused, "{bad}");
        }
    }

    #[test]
    fn nobody_transfers_a_zone_without_permission() {
        let address: IpAddr = "192.0.2.1".parse().unwrap();
        let mut axfr = Axfr { enabled: false, addresses: vec![address] };
        assert!(!axfr.admits(address));
        axfr.enabled = true;
        assert!(axfr.admits(address) && axfr.admits("::ffff:192.0.2.1".parse().unwrap()));
        assert!(!axfr.admits("192.0.2.2".parse().unwrap()));
    }
}
