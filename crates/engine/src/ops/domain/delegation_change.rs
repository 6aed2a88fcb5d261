//! Changes of a domain's name servers.

use outcomes::{Field, Outcome};

use super::{delegation_rules, listed_hosts};
use crate::{
    Failure, Fault, Findings, Refusal, Writing,
    model::{Delegation, Domain, DomainName, HostAttribute, Nsset},
    ops::{Needless, change::change_list},
    policy::Zone,
};

/// Delegates a domain to these name servers and no others, whatever form they had.
///
/// # Errors
/// What does not exist, or lacks glue.
pub(super) fn replace(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &mut Domain,
    new: &Delegation,
    findings: &mut Findings,
) -> Result<(), Failure> {
    delegation_rules::check_form(zone, &cx.policies.house, &domain.name, new, findings);
    delegation_rules::check_count(zone, new, findings);
    if !findings.is_empty() {
        return Ok(());
    }
    let servers = delegation_rules::resolve(cx, zone, &domain.name, new)?;
    let before: Vec<_> = cx.store.domain_hosts(domain.id)?.into_iter().map(|host| host.id).collect();
    cx.store.unlink_hosts(domain.id, &before)?;
    cx.store.link_hosts(domain.id, &servers.hosts)?;
    listed_hosts::link(cx, zone, domain, new)?;
    domain.host_attributes = servers.attributes;
    domain.nsset = servers.nsset;
    Ok(())
}

/// Adds and removes name servers. A set that is added takes the place of all servers; where single servers of a set are
/// added or removed, the domain leaves the set and keeps its servers as attributes: a set belongs to others as well.
///
/// # Errors
/// What does not exist, or lacks glue.
pub(super) fn change(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &mut Domain,
    (add, remove): (&Delegation, &Delegation),
    findings: &mut Findings,
) -> Result<(), Failure> {
    leave_nsset(cx, domain, remove, findings)?;
    if let Delegation::Nsset(_) = add {
        return replace(cx, zone, domain, add, findings);
    }
    delegation_rules::check_form(zone, &cx.policies.house, &domain.name, add, findings);
    listed_hosts::provide(cx, zone, domain, add)?;
    let kept = |delegation| delegation_rules::as_kept(zone, &domain.name, delegation);
    let (add, remove) = (kept(add), kept(remove));
    let hosts = change_hosts(cx, domain, (&add, &remove), findings)?;
    let attributes = (add.attributes(), remove.attributes());
    change_attributes(&mut domain.host_attributes, attributes, findings);
    delegation_rules::check_number(zone, hosts + domain.host_attributes.len(), findings);
    Ok(())
}

/// What of hosts to add and to remove changes anything, and a warning of each that does not.
///
/// # Errors
/// A fault of the store.
pub(super) fn needed(
    cx: &Writing<'_>,
    domain: &Domain,
    (add, remove): (&[DomainName], &[DomainName]),
) -> Result<(Delegation, Delegation, Vec<Refusal>), Failure> {
    let linked = cx.store.domain_hosts(domain.id)?;
    let is_linked = |name: &DomainName| linked.iter().any(|host| host.name == *name);
    let (add, there) = Needless::LeftOut.part(add, |name| !is_linked(name));
    let (remove, absent) = Needless::LeftOut.part(remove, is_linked);
    let warn = |name| Refusal::new(Outcome::HostIgnored).at(Field::NameServer).value(name);
    let ignored = there.into_iter().chain(absent).map(warn).collect();
    Ok((Delegation::Hosts(add), Delegation::Hosts(remove), ignored))
}

fn leave_nsset(
    cx: &Writing<'_>,
    domain: &mut Domain,
    remove: &Delegation,
    findings: &mut Findings,
) -> Result<(), Fault> {
    let nsset = current_nsset(cx, domain)?;
    match (remove, nsset) {
        (Delegation::Nsset(name), Some(nsset)) if nsset.name == *name => {}
        (Delegation::Nsset(name), _) => {
            findings.add(Refusal::new(Outcome::NotSet).at(Field::NssetName).value(name));
            return Ok(());
        }
        (_, Some(nsset)) => domain.host_attributes = nsset.servers_of(&domain.name),
        (_, None) => return Ok(()),
    }
    domain.nsset = None;
    Ok(())
}

fn current_nsset(cx: &Writing<'_>, domain: &Domain) -> Result<Option<Nsset>, Fault> {
    domain.nsset.map_or(Ok(None), |id| cx.store.nsset_by_id(id))
}

/// Answers how many there are afterwards.
fn change_hosts(
    cx: &Writing<'_>,
    domain: &Domain,
    (add, remove): (&Delegation, &Delegation),
    findings: &mut Findings,
) -> Result<usize, Failure> {
    let linked = cx.store.domain_hosts(domain.id)?;
    let mut names: Vec<_> = linked.iter().map(|host| host.name.clone()).collect();
    change_list(&mut names, add.hosts(), remove.hosts(), Field::NameServer, findings);

    let removed: Vec<_> =
        linked.iter().filter(|host| !names.contains(&host.name)).map(|host| host.id).collect();
    cx.store.unlink_hosts(domain.id, &removed)?;
    cx.store.link_hosts(domain.id, &delegation_rules::resolve_hosts(cx, add.hosts())?)?;
    Ok(names.len())
}

fn change_attributes(
    list: &mut Vec<HostAttribute>,
    (add, remove): (&[HostAttribute], &[HostAttribute]),
    findings: &mut Findings,
) {
    for attribute in remove {
        match list.iter().position(|present| present.name == attribute.name) {
            Some(index) => drop(list.remove(index)),
            None => findings.add(Refusal::new(Outcome::NotSet).at(Field::HostName).value(&attribute.name)),
        }
    }
    for attribute in add {
        if list.iter().any(|present| present.name == attribute.name) {
            findings.add(Refusal::new(Outcome::AlreadySet).at(Field::HostName).value(&attribute.name));
        } else {
            list.push(attribute.clone());
        }
    }
}
