//! Lists that a DNS zone is set up with.

use outcomes::{Field, Outcome};

use crate::{
    Findings, Refusal,
    model::{Axfr, DnsZone, DomainName},
    ops::change::check_unique,
    policy::DnsRules,
};

/// Notes name servers that are named twice, and more than there may be.
pub(super) fn check_name_servers(name_servers: &[DomainName], rules: &DnsRules, findings: &mut Findings) {
    check_unique(Field::DnsNameServer, name_servers, findings);
    if name_servers.len() > rules.most_name_servers {
        let refusal = Refusal::new(Outcome::DnsNameServersTooMany).at(Field::DnsNameServer);
        findings.add(refusal.value(name_servers.len()).fact("count", rules.most_name_servers));
    }
}

/// Gives a zone name servers; none stand for those of the house. The first is the server that the zone comes from.
pub(super) fn set_name_servers(zone: &mut DnsZone, name_servers: &[DomainName], rules: &DnsRules) {
    let name_servers = if name_servers.is_empty() { &rules.name_servers } else { name_servers };
    name_servers.clone_into(&mut zone.name_servers);
    zone.soa.mname = zone.name_servers.first().unwrap_or(&zone.soa.mname).clone();
}

/// Notes addresses that are named twice, more than there may be, and a permission for nobody.
pub(super) fn check_axfr(axfr: &Axfr, rules: &DnsRules, findings: &mut Findings) {
    check_unique(Field::DnsAxfrAddress, &axfr.addresses, findings);
    if axfr.enabled && axfr.addresses.is_empty() {
        findings.add(Refusal::new(Outcome::TextMissing).at(Field::DnsAxfrAddress));
    }
    if axfr.addresses.len() > rules.most_axfr_addresses {
        let refusal = Refusal::new(Outcome::DnsAxfrAddressesTooMany).at(Field::DnsAxfrAddress);
        findings.add(refusal.value(axfr.addresses.len()).fact("count", rules.most_axfr_addresses));
    }
}
