//! Addresses of name servers.

use std::{fmt, net::IpAddr};

use outcomes::Outcome;

use crate::Refusal;

/// An address that may stand in the DNS as glue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct HostAddress(IpAddr);

impl HostAddress {
    /// Reads an address that has to be of the named version.
    ///
    /// # Errors
    /// `address_malformed` when it is none, `address_version_mismatch` when it is of the other version,
    /// `address_not_public` when no resolver could reach it (loopback, unspecified, multicast, link-local).
    pub fn parse(text: &str, v6: bool) -> Result<Self, Refusal> {
        let refused = |outcome| Refusal::new(outcome).value(text);
        let address = text.parse::<IpAddr>().map_err(|_| refused(Outcome::AddressMalformed))?;
        if address.is_ipv6() != v6 {
            return Err(refused(Outcome::AddressVersionMismatch));
        }
        if is_unreachable(address) { Err(refused(Outcome::AddressNotPublic)) } else { Ok(Self(address)) }
    }

    /// Whether it is an IPv6 address.
    pub const fn is_v6(self) -> bool {
        self.0.is_ipv6()
    }

    /// The address itself.
    pub const fn ip(self) -> IpAddr {
        self.0
    }
}

impl fmt::Display for HostAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

fn is_unreachable(address: IpAddr) -> bool {
    if address.is_loopback() || address.is_unspecified() || address.is_multicast() {
        return true;
    }
    match address {
        IpAddr::V4(v4) => v4.is_link_local() || v4.is_broadcast() || v4.octets()[0] == 0,
        IpAddr::V6(v6) => v6.is_unicast_link_local() || v6.to_ipv4_mapped().is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_cannot_be_glue() {
        assert!(
            HostAddress::parse("192.0.2.1", false).is_ok() && HostAddress::parse("2001:db8::1", true).is_ok()
        );
        for (text, v6, outcome) in [
            ("127.0.0.1", false, Outcome::AddressNotPublic),
            ("::", true, Outcome::AddressNotPublic),
            ("::1", true, Outcome::AddressNotPublic),
            ("::ffff:192.0.2.1", true, Outcome::AddressNotPublic),
            ("192.0.2.1", true, Outcome::AddressVersionMismatch),
            ("2001:db8::1", false, Outcome::AddressVersionMismatch),
            ("192.0.2.256", false, Outcome::AddressMalformed),
            ("", false, Outcome::AddressMalformed),
        ] {
            assert_eq!(HostAddress::parse(text, v6).unwrap_err().outcome, outcome, "{text}");
        }
    }
}
