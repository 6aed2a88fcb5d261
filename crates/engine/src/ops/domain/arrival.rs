//! What a domain has from its transfer on, as the gaining sponsor wants it.

use super::{contact_rules, delegation_change, delegation_rules, listed_hosts};
use crate::{
    Failure, Findings, Refusal, Writing,
    lifecycle::schedule,
    model::{Arrival, ContactId, Domain, Event, Role, Status, Transfer},
    ops::{contact::note_former, notify::notify},
    policy::Zone,
};

/// Looks whether a domain of the gaining sponsor could have what is wanted. Answers the contacts.
///
/// # Errors
/// What is refused of contacts and name servers when a domain is created.
pub(super) fn check(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &Domain,
    wanted: &Arrival,
) -> Result<Vec<(Role, ContactId)>, Failure> {
    let mut findings = Findings::new();
    check_roles(zone, wanted, &mut findings);
    if let Some(delegation) = &wanted.delegation {
        delegation_rules::check_form(zone, &cx.policies.house, &domain.name, delegation, &mut findings);
        delegation_rules::check_count(zone, delegation, &mut findings);
    }
    findings.end()?;
    let contacts = wanted.contacts();
    let contacts = contact_rules::resolve_fit(cx, zone, &contacts, &contacts);
    let (contacts, ()) = Failure::both(contacts, check_servers(cx, zone, domain, wanted))?;
    Ok(contacts)
}

fn check_servers(cx: &Writing<'_>, zone: &Zone, domain: &Domain, wanted: &Arrival) -> Result<(), Failure> {
    let Some(delegation) = &wanted.delegation else { return Ok(()) };
    delegation_rules::resolve(cx, zone, &domain.name, delegation)?;
    listed_hosts::check(cx, zone, domain, delegation)
}

/// Gives a domain that has changed hands what its new sponsor wants, and forgets the wish. What can no longer be had, such
/// as a contact that is gone by now, keeps nobody from the transfer: the domain stays as it is, and the sponsor is told.
///
/// # Errors
/// A fault of the store.
pub(super) fn settle(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &mut Domain,
    transfer: &mut Transfer,
) -> Result<(), Failure> {
    let wanted = std::mem::take(&mut transfer.arrival);
    if wanted.is_empty() {
        return Ok(());
    }
    choose(domain, &wanted);
    match check(cx, zone, domain, &wanted) {
        Ok(contacts) => apply(cx, zone, domain, &wanted, &contacts)?,
        Err(Failure::Refused(why)) => {
            let reasons: Vec<String> = why.iter().map(Refusal::reason).collect();
            let (name, reason) = (domain.name.to_string(), reasons.join("; "));
            notify(cx, domain.sponsor, Event::DomainLeftAsItWas { name, reason })?;
        }
        Err(fault) => return Err(fault),
    }
    cx.store.update_domain(domain)?;
    Ok(schedule(cx, zone, domain)?)
}

/// Sets what a sponsor may choose whatever else it can have.
fn choose(domain: &mut Domain, wanted: &Arrival) {
    domain.renewal = wanted.renewal.or(domain.renewal);
    if wanted.is_locked {
        domain.statuses.set(Status::ClientTransferProhibited, None);
    }
}

fn apply(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &mut Domain,
    wanted: &Arrival,
    contacts: &[(Role, ContactId)],
) -> Result<(), Failure> {
    let replaced = cx.store.domain_contacts(domain.id)?.into_iter();
    let replaced: Vec<_> = replaced
        .filter(|contact| wanted.names(contact.role))
        .map(|contact| (contact.role, contact.id))
        .collect();
    cx.store.unlink_contacts(domain.id, &replaced)?;
    cx.store.link_contacts(domain.id, contacts)?;
    note_former(cx, zone, &replaced)?;
    if let Some(delegation) = &wanted.delegation {
        let mut findings = Findings::new();
        delegation_change::replace(cx, zone, domain, delegation, &mut findings)?;
        findings.end()?;
    }
    Ok(())
}

/// Notes which of the roles that are named would have too few or too many contacts.
fn check_roles(zone: &Zone, wanted: &Arrival, findings: &mut Findings) {
    let roles: Vec<Role> = wanted.contacts.iter().map(|(role, _)| *role).collect();
    for role in Role::ALL.into_iter().filter(|role| wanted.names(*role)) {
        contact_rules::check_count(zone, role, &roles, findings);
    }
}
