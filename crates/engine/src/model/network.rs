//! Ranges of addresses, and what counts as one source.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// A range of addresses in CIDR notation (RFC 4632, RFC 4291 section 2.3): `192.0.2.0/24`, `2001:db8::/32`,
/// or a single address. IPv4-mapped IPv6 addresses are the IPv4 addresses they carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Network {
    base: IpAddr,
    prefix: u8,
}

/// Why a text is not a [`Network`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedNetwork {
    /// The part before the slash is no address.
    #[error("`{0}` is neither an IPv4 nor an IPv6 address")]
    Address(String),
    /// The part after the slash is no prefix length of this family.
    #[error("`{text}` is not a prefix length from 0 to {most}")]
    Prefix {
        /// What stood after the slash.
        text: String,
        /// The longest prefix of the family: 32 or 128.
        most: u8,
    },
    /// The address has bits set outside its prefix, so what was meant is unclear.
    #[error("{address}/{prefix} has bits set outside its prefix; write {base}/{prefix}")]
    HostBits {
        /// The address as written.
        address: IpAddr,
        /// The prefix as written.
        prefix: u8,
        /// The first address of the range that holds it.
        base: IpAddr,
    },
}

impl Network {
    /// Reads a range; `None` for anything else. For the reason use [`str::parse`].
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    /// Whether the range holds this address.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.base, address.to_canonical()) {
            (IpAddr::V4(_), IpAddr::V4(_)) | (IpAddr::V6(_), IpAddr::V6(_)) => {
                masked(address.to_canonical(), self.prefix) == self.base
            }
            _ => false,
        }
    }

    /// The range of one address alone.
    pub fn single(address: IpAddr) -> Self {
        let base = address.to_canonical();
        Self { base, prefix: longest_prefix(base) }
    }
}

impl FromStr for Network {
    type Err = MalformedNetwork;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (address, prefix) = match text.trim().split_once('/') {
            Some((address, prefix)) => (parse_address(address)?, Some(prefix)),
            None => (parse_address(text.trim())?, None),
        };
        let Some(prefix) = prefix else { return Ok(Self::single(address)) };
        let (address, prefix) = unmapped(address, parse_prefix(prefix, longest_prefix(address))?);
        let base = masked(address, prefix);
        if base != address {
            return Err(MalformedNetwork::HostBits { address, prefix, base });
        }
        Ok(Self { base, prefix })
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.base, self.prefix)
    }
}

/// What counts as one source for limits: an IPv4 address, or the /64 of an IPv6 address, since one host can
/// take any address of its /64 for nothing.
pub fn source_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => masked(IpAddr::V6(v6), 64),
        v4 => v4,
    }
}

fn parse_address(text: &str) -> Result<IpAddr, MalformedNetwork> {
    text.parse().map_err(|_| MalformedNetwork::Address(text.to_owned()))
}

fn parse_prefix(text: &str, most: u8) -> Result<u8, MalformedNetwork> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let prefix = text.parse::<u8>().ok().filter(|prefix| digits && *prefix <= most);
    prefix.ok_or_else(|| MalformedNetwork::Prefix { text: text.to_owned(), most })
}

/// `::ffff:192.0.2.0/120` is `192.0.2.0/24`.
fn unmapped(address: IpAddr, prefix: u8) -> (IpAddr, u8) {
    match (address, address.to_canonical()) {
        (IpAddr::V6(_), IpAddr::V4(v4)) if prefix >= 96 => (IpAddr::V4(v4), prefix - 96),
        _ => (address, prefix),
    }
}

fn longest_prefix(address: IpAddr) -> u8 {
    if address.is_ipv4() { 32 } else { 128 }
}

fn masked(address: IpAddr, prefix: u8) -> IpAddr {
    let cut = u32::from(longest_prefix(address).saturating_sub(prefix));
    match address {
        IpAddr::V4(v4) => Ipv4Addr::from_bits(v4.to_bits() & u32::MAX.checked_shl(cut).unwrap_or(0)).into(),
        IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() & u128::MAX.checked_shl(cut).unwrap_or(0)).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(network: &str, address: &str) -> bool {
        network.parse::<Network>().unwrap().contains(address.parse().unwrap())
    }

    #[test]
    fn a_range_holds_its_own_addresses_only() {
        for (network, address, expected) in [
            ("192.0.2.0/24", "192.0.2.255", true),
            ("192.0.2.0/24", "192.0.3.0", false),
            ("192.0.2.7", "192.0.2.7", true),
            ("192.0.2.7", "192.0.2.8", false),
            ("0.0.0.0/0", "203.0.113.9", true),
            ("0.0.0.0/0", "2001:db8::1", false),
            ("::/0", "2001:db8::1", true),
            ("::/0", "192.0.2.1", false),
            ("2001:db8::/32", "2001:db8:ffff::1", true),
            ("2001:db8::/32", "2001:db9::1", false),
            ("192.0.2.0/24", "::ffff:192.0.2.9", true),
            ("::ffff:192.0.2.0/120", "192.0.2.9", true),
            ("::ffff:192.0.2.9", "192.0.2.9", true),
            ("192.0.2.128/25", "192.0.2.127", false),
        ] {
            assert_eq!(holds(network, address), expected, "{network} and {address}");
        }
    }

    #[test]
    fn what_is_no_range_is_refused_with_the_reason() {
        for text in ["192.0.2.0/33", "2001:db8::/129", "192.0.2.0/", "192.0.2.0/+8", "192.0.2.0/-1"] {
            assert!(matches!(text.parse::<Network>(), Err(MalformedNetwork::Prefix { .. })), "{text}");
        }
        for text in ["", "/8", "192.0.2", "example.test/24", "192.0.2.0/24/8"] {
            assert!(text.parse::<Network>().is_err(), "{text}");
        }
        let refused = "192.0.2.9/24".parse::<Network>().unwrap_err();
        assert_eq!(refused.to_string(), "192.0.2.9/24 has bits set outside its prefix; write 192.0.2.0/24");
    }

    #[test]
    fn one_source_is_an_ipv4_address_or_an_ipv6_64() {
        let source = |text: &str| source_of(text.parse().unwrap()).to_string();
        assert_eq!(source("192.0.2.1"), "192.0.2.1");
        assert_eq!(source("::ffff:192.0.2.1"), "192.0.2.1");
        assert_eq!(source("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
    }
}
