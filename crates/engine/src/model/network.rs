//! Networks, for the lists of addresses that an account may come from.

use std::{fmt, net::IpAddr};

/// An address with a prefix length (CIDR). A bare address is a network of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix: u8,
}

impl Network {
    /// Reads `192.0.2.0/24`, `2001:db8::/32` or a bare address; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (address, prefix) = text.split_once('/').map_or((text, None), |(head, tail)| (head, Some(tail)));
        let address = address.parse::<IpAddr>().ok()?;
        let longest = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.map_or(Some(longest), |digits| digits.parse().ok()).filter(|&bits| bits <= longest)?;
        Some(Self { address, prefix })
    }

    /// Whether an address belongs to it. An IPv4 address mapped into IPv6 counts as the IPv4 address it is.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(net), IpAddr::V4(host)) => same_prefix(u128::from(net.to_bits()), u128::from(host.to_bits()), 32 - self.prefix),
            (IpAddr::V6(net), IpAddr::V6(host)) => same_prefix(net.to_bits(), host.to_bits(), 128 - self.prefix),
            _ => false,
        }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.address, self.prefix)
    }
}

fn same_prefix(left: u128, right: u128, host_bits: u8) -> bool {
    (left ^ right).checked_shr(u32::from(host_bits)).unwrap_or(0) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contains_what_the_prefix_says() {
        let holds = |net: &str, host: &str| Network::parse(net).unwrap().contains(host.parse().unwrap());
        assert!(holds("192.0.2.0/24", "192.0.2.77") && !holds("192.0.2.0/24", "192.0.3.1"));
        assert!(holds("192.0.2.1", "::ffff:192.0.2.1") && !holds("192.0.2.1", "192.0.2.2"));
        assert!(holds("0.0.0.0/0", "203.0.113.9") && !holds("0.0.0.0/0", "2001:db8::1"));
        assert!(holds("::/0", "2001:db8::1") && holds("2001:db8::/32", "2001:db8:1::1"));
        for bad in ["", "192.0.2.0/33", "192.0.2.0/", "300.0.0.1", "::/129", "x/8"] {
            assert!(Network::parse(bad).is_none(), "{bad}");
        }
    }
}
