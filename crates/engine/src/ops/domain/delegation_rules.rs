//! Which name servers a domain is delegated to.

use std::borrow::Cow;

use outcomes::{Field, Outcome};

use super::super::{
    change::check_unique,
    name_servers::{self, Glue},
    nsset,
};
use crate::{
    Context, Failure, Findings, Refusal,
    model::{Delegation, DomainName, HostAttribute, HostId, NssetId, NssetName},
    policy::{HostForm, HouseRules, Policies, Zone},
    ports::store::Snapshot,
};

/// Name servers as they are kept of a domain: in one of three forms.
#[derive(Default)]
pub(super) struct NameServers {
    /// Host objects.
    pub(super) hosts: Vec<HostId>,
    /// Host attributes.
    pub(super) attributes: Vec<HostAttribute>,
    /// A set.
    pub(super) nsset: Option<NssetId>,
}

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
            let glue = |server: &DomainName| match server.is_within(domain.as_str()) {
                true => Glue::Needed,
                false => Glue::Refused,
            };
            name_servers::check(house, attributes, glue, findings);
        }
        (_, Delegation::Nsset(name)) if zone.nssets.is_none() => {
            let refusal = Refusal::new(Outcome::NssetsUnsupported).at(Field::NssetName).value(name);
            findings.add(refusal.fact("zone", &zone.name));
        }
        (_, Delegation::Nsset(_) | Delegation::House) => {}
        (_, delegation) if delegation.is_empty() => {}
        (_, Delegation::Listed(_)) if zone.nssets.is_some() => {
            let refusal = Refusal::new(Outcome::HostFormRefused).at(Field::NameServer);
            findings.add(refusal.fact("zone", &zone.name).fact("form", "sets of name servers"));
        }
        (_, Delegation::Listed(servers)) => {
            // A host object may have the addresses already, which is seen when it is looked up.
            let is_needed =
                |server: &DomainName| zone.hosts == HostForm::Attributes && server.is_within(domain.as_str());
            let glue = |server: &DomainName| if is_needed(server) { Glue::Needed } else { Glue::Possible };
            name_servers::check(house, servers, glue, findings);
        }
        (form, _) => {
            let refusal = Refusal::new(Outcome::HostFormRefused).at(Field::NameServer);
            findings.add(refusal.fact("zone", &zone.name).fact("form", form.title()));
        }
    }
}

/// Notes whether the zone wants more or fewer name servers. A domain without any is always possible unless the zone
/// asks for some. How many a set has was looked at when it was made.
pub(super) fn check_count(zone: &Zone, delegation: &Delegation, findings: &mut Findings) {
    match delegation {
        Delegation::Hosts(names) => check_number(zone, names.len(), findings),
        Delegation::Attributes(servers) | Delegation::Listed(servers) => {
            check_number(zone, servers.len(), findings)
        }
        Delegation::Nsset(_) | Delegation::House => {}
    }
}

/// As [`check_count`], of so many.
pub(super) fn check_number(zone: &Zone, count: usize, findings: &mut Findings) {
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

/// What stands behind the names of a request. Servers that it lists without saying in which form they are kept become
/// attributes where the zone keeps those; where it keeps host objects, [`super::listed_hosts::link`] finds or makes them
/// once the domain is there.
///
/// # Errors
/// Those of [`resolve_hosts`]; `nsset_unknown`, and `glue_missing` where the set has no address of a server that lies
/// inside the domain.
pub(super) fn resolve<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    zone: &Zone,
    domain: &DomainName,
    delegation: &Delegation,
) -> Result<NameServers, Failure> {
    let none = NameServers::default();
    Ok(match delegation {
        Delegation::Hosts(names) => NameServers { hosts: resolve_hosts(cx, names)?, ..none },
        Delegation::Attributes(attributes) => NameServers { attributes: attributes.clone(), ..none },
        Delegation::Nsset(name) => NameServers { nsset: Some(resolve_nsset(cx, domain, name)?), ..none },
        Delegation::Listed(_) | Delegation::House if zone.hosts == HostForm::Objects => none,
        Delegation::Listed(servers) => NameServers { attributes: with_glue_only(domain, servers), ..none },
        Delegation::House => NameServers { attributes: of_house(cx.policies), ..none },
    })
}

/// Servers that are listed, in the form that the zone keeps; whatever has a form keeps it.
pub(super) fn as_kept<'d>(
    zone: &Zone,
    domain: &DomainName,
    delegation: &'d Delegation,
) -> Cow<'d, Delegation> {
    match delegation {
        Delegation::Listed(servers) if zone.hosts == HostForm::Objects => {
            Cow::Owned(Delegation::Hosts(servers.iter().map(|server| server.name.clone()).collect()))
        }
        Delegation::Listed(servers) => Cow::Owned(Delegation::Attributes(with_glue_only(domain, servers))),
        _ => Cow::Borrowed(delegation),
    }
}

/// The servers that this system offers.
pub(super) fn of_house(policies: &Policies) -> Vec<HostAttribute> {
    let servers = policies.house.dns.name_servers.iter();
    servers.map(|name| HostAttribute { name: name.clone(), addresses: Vec::new() }).collect()
}

/// A server outside the domain is found without addresses, so those that came with it are not kept.
fn with_glue_only(domain: &DomainName, servers: &[HostAttribute]) -> Vec<HostAttribute> {
    let mut servers = servers.to_vec();
    for server in servers.iter_mut().filter(|server| !server.name.is_within(domain.as_str())) {
        server.addresses.clear();
    }
    servers
}

/// The host objects behind names, looked up in one statement.
///
/// # Errors
/// `domain_host_unknown` for each that does not exist, `glue_missing` for each that lies inside one of the zones and
/// has no address: nobody could find it.
pub(super) fn resolve_hosts<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    names: &[DomainName],
) -> Result<Vec<HostId>, Failure> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let known = cx.store.host_refs(names)?;
    let mut findings = Findings::new();
    let mut resolved = Vec::with_capacity(names.len());
    for name in names {
        match known.iter().find(|host| host.name == *name) {
            None => findings.add(Refusal::new(Outcome::DomainHostUnknown).at(Field::NameServer).value(name)),
            Some(host) if host.lacks_glue => {
                findings.add(Refusal::new(Outcome::GlueMissing).at(Field::NameServer).value(name))
            }
            Some(host) => resolved.push(host.id),
        }
    }
    Ok(findings.finish(resolved)?)
}

fn resolve_nsset<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    domain: &DomainName,
    name: &NssetName,
) -> Result<NssetId, Failure> {
    let nsset = nsset::find(cx, name)?;
    let mut findings = Findings::new();
    name_servers::check_glue(domain, &nsset.servers, &mut findings);
    Ok(findings.finish(nsset.id)?)
}
