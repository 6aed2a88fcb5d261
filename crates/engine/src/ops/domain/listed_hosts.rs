//! Host objects for name servers that a request lists with their addresses.

use std::borrow::Cow;

use outcomes::{Field, Operation as Name, Outcome};

use super::delegation_rules;
use crate::{
    Failure, Findings, Refusal, Writing,
    model::{AccountId, Delegation, Domain, DomainId, Host, HostAttribute, HostId, Statuses},
    ops::host,
    policy::{HostForm, Policies, Zone},
    ports::store::Inserted,
};

/// What is to be done with a server that is listed.
enum Step<'s> {
    /// It exists, and stays as it is.
    Keep(HostId),
    /// It exists, and gets the addresses that are listed.
    Readdress(Host, &'s HostAttribute),
    /// It has to be made, in this domain if it lies in one.
    Make(&'s HostAttribute, Option<DomainId>),
}

/// Delegates a domain to the servers that a request lists, where the zone keeps host objects. Those that do not exist are
/// made; the addresses of those that lie inside a domain of the same sponsor are as listed from then on.
///
/// # Errors
/// `glue_missing`, and what keeps a host from being made.
pub(super) fn link(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &Domain,
    delegation: &Delegation,
) -> Result<(), Failure> {
    match provide(cx, zone, domain, delegation)?.as_slice() {
        [] => Ok(()),
        hosts => Ok(cx.store.link_hosts(domain.id, hosts)?),
    }
}

/// The host objects of servers that a request lists, where the zone keeps such; see [`link`].
///
/// # Errors
/// `glue_missing`, and what keeps a host from being made.
pub(super) fn provide(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &Domain,
    delegation: &Delegation,
) -> Result<Vec<HostId>, Failure> {
    let servers = listed(cx, zone, delegation);
    steps(cx, domain, &servers)?.into_iter().map(|step| step.take(cx, domain.sponsor)).collect()
}

/// Whether [`link`] could do that.
///
/// # Errors
/// Those of [`link`].
pub(super) fn check(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &Domain,
    delegation: &Delegation,
) -> Result<(), Failure> {
    steps(cx, domain, &listed(cx, zone, delegation)).map(drop)
}

/// The addresses of servers outside the zones that a request lists, which nobody keeps.
pub(super) fn ignored_glue(policies: &Policies, delegation: &Delegation) -> Vec<Refusal> {
    let Delegation::Listed(servers) = delegation else { return Vec::new() };
    let outside = servers.iter().filter(|server| policies.superordinate(&server.name).is_none());
    outside.flat_map(|server| host::ignored_addresses(server.addresses.clone())).collect()
}

/// The servers of a request that are to become host objects.
fn listed<'d>(cx: &Writing<'_>, zone: &Zone, delegation: &'d Delegation) -> Cow<'d, [HostAttribute]> {
    match (zone.hosts, delegation) {
        (HostForm::Objects, Delegation::Listed(servers)) => Cow::Borrowed(servers),
        (HostForm::Objects, Delegation::House) => Cow::Owned(delegation_rules::of_house(cx.policies)),
        _ => Cow::Borrowed(&[]),
    }
}

fn steps<'s>(
    cx: &Writing<'_>,
    domain: &Domain,
    servers: &'s [HostAttribute],
) -> Result<Vec<Step<'s>>, Failure> {
    if servers.is_empty() {
        return Ok(Vec::new());
    }
    let names: Vec<_> = servers.iter().map(|server| server.name.clone()).collect();
    let known = cx.store.hosts(&names)?;
    let mut findings = Findings::new();
    let mut steps = Vec::with_capacity(servers.len());
    for server in servers {
        let step = match known.iter().find(|host| host.name == server.name) {
            Some(host) => known_host(domain, host, server),
            None => Step::Make(server, superordinate(cx, domain, server)?),
        };
        if step.lacks_glue() {
            findings.add(Refusal::new(Outcome::GlueMissing).at(Field::NameServer).value(&server.name));
        }
        steps.push(step);
    }
    Ok(findings.finish(steps)?)
}

/// Only its sponsor says where a host is; what others list of it is no more than their opinion. A host inside the domain
/// goes wherever the domain goes.
fn known_host<'s>(domain: &Domain, host: &Host, server: &'s HostAttribute) -> Step<'s> {
    let is_inside = host.superordinate.is_some();
    let is_own = host.sponsor == domain.sponsor || host.superordinate == Some(domain.id);
    let is_told = !server.addresses.is_empty() && server.addresses != host.addresses;
    let lacks_glue = host.addresses.is_empty() && server.addresses.is_empty();
    if is_inside && (lacks_glue || is_own && is_told) {
        return Step::Readdress(host.clone(), server);
    }
    Step::Keep(host.id)
}

/// The domain that a host lies in which has to be made.
fn superordinate(
    cx: &Writing<'_>,
    domain: &Domain,
    server: &HostAttribute,
) -> Result<Option<DomainId>, Failure> {
    if server.name.is_within(domain.name.as_str()) {
        return Ok(Some(domain.id));
    }
    host::superordinate(cx, domain.sponsor, &server.name, Field::NameServer)
}

impl Step<'_> {
    /// Whether nobody could find the server.
    fn lacks_glue(&self) -> bool {
        match self {
            Self::Keep(_) => false,
            Self::Readdress(_, server) => server.addresses.is_empty(),
            Self::Make(server, superordinate) => superordinate.is_some() && server.addresses.is_empty(),
        }
    }

    fn take(self, cx: &Writing<'_>, sponsor: AccountId) -> Result<HostId, Failure> {
        match self {
            Self::Keep(id) => Ok(id),
            Self::Readdress(host, server) => readdress(cx, host, server, sponsor),
            Self::Make(server, superordinate) => make(cx, &new_host(cx, server, superordinate, sponsor)),
        }
    }
}

fn readdress(
    cx: &Writing<'_>,
    mut host: Host,
    server: &HostAttribute,
    sponsor: AccountId,
) -> Result<HostId, Failure> {
    host.addresses.clone_from(&server.addresses);
    host.touch(sponsor, cx.now);
    cx.store.update_host(&host, &server.name)?;
    cx.record(Name::HostUpdate, host.id.into(), host.name.as_str())?;
    Ok(host.id)
}

fn make(cx: &Writing<'_>, host: &Host) -> Result<HostId, Failure> {
    if cx.store.insert_host(host)? == Inserted::Taken {
        return Err(Refusal::new(Outcome::NamedTwice).at(Field::NameServer).value(&host.name).into());
    }
    cx.record(Name::HostCreate, host.id.into(), host.name.as_str())?;
    Ok(host.id)
}

fn new_host(
    cx: &Writing<'_>,
    server: &HostAttribute,
    superordinate: Option<DomainId>,
    sponsor: AccountId,
) -> Host {
    Host {
        id: HostId(cx.new_id()),
        name: server.name.clone(),
        superordinate,
        sponsor,
        creator: sponsor,
        created_at: cx.now,
        updater: None,
        updated_at: None,
        transferred_at: None,
        statuses: Statuses::default(),
        addresses: if superordinate.is_some() { server.addresses.clone() } else { Vec::new() },
    }
}
