//! Addresses of name servers.

use std::net::IpAddr;

use engine::model::HostAddress;
use engine::{Field, Refusal};

use crate::face::Face;
use crate::params::Params;

/// The addresses of a list.
pub(super) fn addresses(params: &mut Params, name: &str) -> Vec<HostAddress> {
    params.each(name, Field::HostAddress, parse)
}

fn parse(text: &str) -> Result<HostAddress, Refusal> {
    HostAddress::parse(text.trim(), text.contains(':'))
}

/// Addresses as they are shown: those of version 6 in full on RRPproxy.
pub(super) fn shown(addresses: &[HostAddress], face: Face) -> Vec<String> {
    addresses.iter().map(|address| text(*address, face)).collect()
}

fn text(address: HostAddress, face: Face) -> String {
    match (address.ip(), face) {
        (IpAddr::V6(address), Face::Cnr) => in_full(address.segments()),
        (address, _) => address.to_string(),
    }
}

fn in_full(groups: [u16; 8]) -> String {
    groups.map(|group| format!("{group:04x}")).join(":")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_all_groups_on_one_face() {
        let address = [parse("2001:db8::53").unwrap()];
        assert_eq!(shown(&address, Face::Cnr), ["2001:0db8:0000:0000:0000:0000:0000:0053"]);
        assert_eq!(shown(&address, Face::Hexonet), ["2001:db8::53"]);
    }
}
