//! Which servers a set has.

use outcomes::{Field, Outcome};

use crate::{
    Failure, Findings, Refusal, Writing,
    model::{DomainName, HostAttribute, Nsset},
    ops::name_servers::{self, Glue},
    policy::{NssetPolicy, Policies, Zone},
};

/// Notes what is wrong with the servers of a set whatever the store says. Addresses are taken of servers inside one of
/// the zones: they are the glue of the domain that the server lies in.
pub(super) fn check(
    policies: &Policies,
    zone: &Zone,
    rules: &NssetPolicy,
    servers: &[HostAttribute],
    findings: &mut Findings,
) {
    let glue = |server: &DomainName| match policies.superordinate(server) {
        Some(_) => Glue::Possible,
        None => Glue::Refused,
    };
    name_servers::check(&policies.house, servers, glue, findings);
    let (outcome, bound) = match servers.len() {
        few if few < rules.servers.least as usize => (Outcome::NameServersTooFew, rules.servers.least),
        many if many > rules.servers.most as usize => (Outcome::NameServersTooMany, rules.servers.most),
        _ => return,
    };
    let refusal = Refusal::new(outcome).at(Field::NameServer).value(servers.len());
    findings.add(refusal.fact("zone", &zone.name).fact("count", bound));
}

/// Looks whether the domains that servers lie in, and that are delegated to the set, still find them.
///
/// # Errors
/// `glue_missing`.
pub(super) fn check_glue(cx: &Writing<'_>, nsset: &Nsset) -> Result<(), Failure> {
    let mut findings = Findings::new();
    for server in nsset.servers.iter().filter(|server| server.addresses.is_empty()) {
        let Some(domain) = cx.policies.superordinate(&server.name) else { continue };
        let domain = cx.store.domain(&domain)?.filter(|domain| domain.nsset == Some(nsset.id));
        if let Some(domain) = domain {
            name_servers::check_glue(&domain.name, std::slice::from_ref(server), &mut findings);
        }
    }
    Ok(findings.end()?)
}
