//! Which name servers a domain is delegated to.

use outcomes::{Field, Outcome};

use super::super::change::check_unique;
use crate::{
    Context, Failure, Findings, Refusal,
    model::{Delegation, DomainName, Host, HostAttribute, HostId},
    policy::{HostForm, HouseRules, Zone},
    ports::store::Snapshot,
};

/// Notes what is wrong with the name servers of a request whatever the store says: their form, repetitions, glue.
pub(super) fn check_form(
    zone: &Zone,
    house: &HouseRules,
    domain: &DomainName,
    delegation: &Delegation,
    findings: &mut Findings,
) {
    match (zone.hosts, delegation) {
        (HostForm::Objects, Delegation::Hosts(names)) => check_unique(Field::NameServer, names, findings),
        (HostForm::Attributes, Delegation::Attributes(attributes)) => {
            check_attributes(house, domain, attributes, findings)
        }
        (_, delegation) if delegation.count() == 0 => {}
        (form, _) => {
            let refusal = Refusal::new(Outcome::HostFormRefused).at(Field::NameServer);
            findings.add(refusal.fact("zone", &zone.name).fact("form", form.title()));
        }
    }
}

/// Notes whether the zone wants more or fewer name servers. A domain without any is always possible unless the zone
/// asks for some.
pub(super) fn check_count(zone: &Zone, count: usize, findings: &mut Findings) {
    let span = zone.name_servers;
    let (outcome, bound) = match count {
        few if few < span.least as usize => (Outcome::NameServersTooFew, span.least),
        many if many > span.most as usize => (Outcome::NameServersTooMany, span.most),
        _ => return,
    };
    findings.add(
        Refusal::new(outcome)
            .at(Field::NameServer)
            .value(count)
            .fact("zone", &zone.name)
            .fact("count", bound),
    );
}

/// The host objects behind names, looked up in one statement.
///
/// # Errors
/// `domain_host_unknown` for each that does not exist, `glue_missing` for each that lies inside one of the zones and
/// has no address: nobody could find it.
pub(super) fn resolve<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    names: &[DomainName],
) -> Result<Vec<HostId>, Failure> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let known = cx.store.hosts(names)?;
    let mut findings = Findings::new();
    let mut resolved = Vec::with_capacity(names.len());
    for name in names {
        match known.iter().find(|host| host.name == *name) {
            None => findings.add(Refusal::new(Outcome::DomainHostUnknown).at(Field::NameServer).value(name)),
            Some(host) if lacks_glue(host) => {
                findings.add(Refusal::new(Outcome::GlueMissing).at(Field::NameServer).value(name))
            }
            Some(host) => resolved.push(host.id),
        }
    }
    Ok(findings.finish(resolved)?)
}

fn lacks_glue(host: &Host) -> bool {
    host.superordinate.is_some() && host.addresses.is_empty()
}

fn check_attributes(
    house: &HouseRules,
    domain: &DomainName,
    attributes: &[HostAttribute],
    findings: &mut Findings,
) {
    let names: Vec<&DomainName> = attributes.iter().map(|attribute| &attribute.name).collect();
    check_unique(Field::HostName, &names, findings);
    for attribute in attributes {
        check_unique(Field::HostAddress, &attribute.addresses, findings);
        if attribute.addresses.len() > house.most_host_addresses {
            let refusal = Refusal::new(Outcome::HostAddressesTooMany).at(Field::HostAddress);
            findings.add(refusal.value(&attribute.name).fact("count", house.most_host_addresses));
        }
        let inside = attribute.name.is_within(domain.as_str());
        let outcome = match (inside, attribute.addresses.is_empty()) {
            (true, true) => Outcome::GlueMissing,
            (false, false) => Outcome::GlueRefused,
            _ => continue,
        };
        findings.add(Refusal::new(outcome).at(Field::HostName).value(&attribute.name));
    }
}
