//! Name servers that are given with their addresses, with a domain or in a set.

use outcomes::{Field, Outcome};

use super::change::check_unique;
use crate::{
    Findings, Refusal,
    model::{DomainName, HostAttribute},
    policy::HouseRules,
};

/// Whether a server has addresses.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Glue {
    /// It lies inside the domain it serves: nobody could find it without.
    Needed,
    /// It may lie inside one of the domains that it serves.
    Possible,
    /// It is found without.
    Refused,
}

/// Notes what is wrong with some servers whatever the store says: repetitions, too many addresses, glue.
pub(super) fn check(
    house: &HouseRules,
    servers: &[HostAttribute],
    glue: impl Fn(&DomainName) -> Glue,
    findings: &mut Findings,
) {
    let names: Vec<&DomainName> = servers.iter().map(|server| &server.name).collect();
    check_unique(Field::HostName, &names, findings);
    for server in servers {
        check_unique(Field::HostAddress, &server.addresses, findings);
        if server.addresses.len() > house.most_host_addresses {
            let refusal = Refusal::new(Outcome::HostAddressesTooMany).at(Field::HostAddress);
            findings.add(refusal.value(&server.name).fact("count", house.most_host_addresses));
        }
        let outcome = match (glue(&server.name), server.addresses.is_empty()) {
            (Glue::Needed, true) => Outcome::GlueMissing,
            (Glue::Refused, false) => Outcome::GlueRefused,
            _ => continue,
        };
        findings.add(Refusal::new(outcome).at(Field::HostName).value(&server.name));
    }
}

/// Notes which servers lie inside a domain and could not be found, because they have no address.
pub(super) fn check_glue(domain: &DomainName, servers: &[HostAttribute], findings: &mut Findings) {
    let inside = servers.iter().filter(|server| server.name.is_within(domain.as_str()));
    for server in inside.filter(|server| server.addresses.is_empty()) {
        findings.add(Refusal::new(Outcome::GlueMissing).at(Field::HostName).value(&server.name));
    }
}
