//! Host objects for name servers that a request lists with their addresses.

use outcomes::{Field, Operation as Name, Outcome};

use super::delegation_rules;
use crate::{
    Failure, Findings, Refusal, Writing,
    model::{Delegation, Domain, DomainId, Host, HostAttribute, HostId, Statuses},
    ops::host,
    policy::{HostForm, Zone},
    ports::store::Inserted,
};

/// Delegates a domain to the servers that a request lists, where the zone keeps host objects. Those that do not exist are
/// made; the addresses of those that lie inside a domain of the actor are as listed from then on.
///
/// # Errors
/// `glue_missing`, and what keeps a host from being made.
pub(super) fn link(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &Domain,
    delegation: &Delegation,
) -> Result<(), Failure> {
    match provide(cx, zone, delegation)?.as_slice() {
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
    delegation: &Delegation,
) -> Result<Vec<HostId>, Failure> {
    match (zone.hosts, delegation) {
        (HostForm::Objects, Delegation::Listed(servers)) => find_or_make(cx, servers),
        (HostForm::Objects, Delegation::House) => find_or_make(cx, &delegation_rules::of_house(cx.policies)),
        _ => Ok(Vec::new()),
    }
}

fn find_or_make(cx: &Writing<'_>, servers: &[HostAttribute]) -> Result<Vec<HostId>, Failure> {
    let names: Vec<_> = servers.iter().map(|server| server.name.clone()).collect();
    let known = cx.store.hosts(&names)?;
    let mut findings = Findings::new();
    let mut found = Vec::with_capacity(servers.len());
    for server in servers {
        match known.iter().find(|host| host.name == server.name) {
            Some(host) => {
                readdress(cx, host.clone(), server, &mut findings)?;
                found.push(host.id);
            }
            None => found.push(make(cx, server, &mut findings)?),
        }
    }
    Ok(findings.finish(found)?)
}

/// Only its sponsor says where a host is; what others list of it is no more than their opinion.
fn readdress(
    cx: &Writing<'_>,
    mut host: Host,
    server: &HostAttribute,
    findings: &mut Findings,
) -> Result<(), Failure> {
    if host.superordinate.is_none() {
        return Ok(());
    }
    if host.addresses.is_empty() && server.addresses.is_empty() {
        findings.add(without_glue(server));
        return Ok(());
    }
    let is_told = !server.addresses.is_empty() && server.addresses != host.addresses;
    if host.sponsor != cx.actor.id() || !is_told {
        return Ok(());
    }
    host.addresses.clone_from(&server.addresses);
    host.touch(cx.actor.id(), cx.now);
    cx.store.update_host(&host, &server.name)?;
    Ok(cx.record(Name::HostUpdate, host.id.into(), host.name.as_str())?)
}

fn make(cx: &Writing<'_>, server: &HostAttribute, findings: &mut Findings) -> Result<HostId, Failure> {
    let superordinate = host::superordinate(cx, &server.name, Field::NameServer)?;
    if superordinate.is_some() && server.addresses.is_empty() {
        findings.add(without_glue(server));
    }
    let host = new_host(cx, server, superordinate);
    if cx.store.insert_host(&host)? == Inserted::Taken {
        return Err(Refusal::new(Outcome::NamedTwice).at(Field::NameServer).value(&server.name).into());
    }
    cx.record(Name::HostCreate, host.id.into(), host.name.as_str())?;
    Ok(host.id)
}

fn new_host(cx: &Writing<'_>, server: &HostAttribute, superordinate: Option<DomainId>) -> Host {
    Host {
        id: HostId(cx.new_id()),
        name: server.name.clone(),
        superordinate,
        sponsor: cx.actor.id(),
        creator: cx.actor.id(),
        created_at: cx.now,
        updater: None,
        updated_at: None,
        transferred_at: None,
        statuses: Statuses::default(),
        addresses: if superordinate.is_some() { server.addresses.clone() } else { Vec::new() },
    }
}

fn without_glue(server: &HostAttribute) -> Refusal {
    Refusal::new(Outcome::GlueMissing).at(Field::NameServer).value(&server.name)
}
