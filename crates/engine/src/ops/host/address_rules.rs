//! Which addresses a host has.

use outcomes::{Field, Outcome};

use crate::{
    Findings, Refusal,
    model::{Host, HostAddress},
    policy::HouseRules,
};

/// That addresses were left out which nobody needs.
pub(in crate::ops) fn ignored(addresses: Vec<HostAddress>) -> impl Iterator<Item = Refusal> {
    let warn = |address| Refusal::new(Outcome::GlueIgnored).at(Field::HostAddress).value(address);
    addresses.into_iter().map(warn)
}

/// Notes whether a host has addresses where none belong, or too many.
pub(super) fn check(host: &Host, house: &HouseRules, findings: &mut Findings) {
    let refused = |outcome| Refusal::new(outcome).at(Field::HostAddress).value(&host.name);
    if host.superordinate.is_none() && !host.addresses.is_empty() {
        findings.add(refused(Outcome::HostAddressRefused));
    }
    if host.addresses.len() > house.most_host_addresses {
        findings.add(refused(Outcome::HostAddressesTooMany).fact("count", house.most_host_addresses));
    }
}
