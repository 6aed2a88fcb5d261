//! Which contacts a domain has.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Findings, Refusal,
    model::{ContactId, Handle, Role},
    ops::contact::check_for_zone,
    policy::Zone,
    ports::store::Snapshot,
};

/// Notes which roles have too few or too many contacts for the zone.
pub(super) fn check_counts(zone: &Zone, roles: &[Role], findings: &mut Findings) {
    for role in Role::ALL {
        check_count(zone, role, roles, findings);
    }
}

/// Notes whether a role has too few or too many contacts for the zone.
pub(super) fn check_count(zone: &Zone, role: Role, roles: &[Role], findings: &mut Findings) {
    let span = zone.contacts.of(role);
    let count = roles.iter().filter(|held| **held == role).count();
    if count > span.most as usize {
        findings.add(counted(Outcome::ContactRoleRefused, zone, role, span.most));
    } else if count < span.least as usize && role == Role::Registrant {
        findings.add(Refusal::new(Outcome::RegistrantMissing).at(Field::Registrant).fact("zone", &zone.name));
    } else if count < span.least as usize {
        findings.add(counted(Outcome::ContactRoleMissing, zone, role, span.least));
    }
}

/// # Errors
/// `contact_role_refused` when the zone takes no contacts in a role.
pub(super) fn check_taken(zone: &Zone, role: Role) -> Result<(), Refusal> {
    match zone.contacts.of(role).most {
        0 => Err(counted(Outcome::ContactRoleRefused, zone, role, 0)),
        _ => Ok(()),
    }
}

/// The contacts behind handles, looked up in one statement.
///
/// # Errors
/// `domain_contact_unknown` for each that does not exist.
pub(super) fn resolve<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    contacts: &[(Role, &Handle)],
) -> Result<Vec<(Role, ContactId)>, Failure> {
    if contacts.is_empty() {
        return Ok(Vec::new());
    }
    let mut handles: Vec<Handle> = contacts.iter().map(|(_, handle)| (*handle).clone()).collect();
    handles.sort_unstable();
    handles.dedup();
    let known = cx.store.contact_ids(&handles)?;
    let mut findings = Findings::new();
    let mut resolved = Vec::with_capacity(contacts.len());
    for (role, handle) in contacts {
        match known.iter().find(|(found, _)| found == *handle) {
            Some((_, id)) => resolved.push((*role, *id)),
            None => {
                findings.add(Refusal::new(Outcome::DomainContactUnknown).at(field_of(*role)).value(handle))
            }
        }
    }
    Ok(findings.finish(resolved)?)
}

/// The contacts behind handles, once it is certain that those of them that were `named` as such fit the zone.
///
/// # Errors
/// Those of [`resolve`] and of [`check_fit`], together.
pub(super) fn resolve_fit<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    zone: &Zone,
    contacts: &[(Role, &Handle)],
    named: &[(Role, &Handle)],
) -> Result<Vec<(Role, ContactId)>, Failure> {
    let (resolved, ()) = Failure::both(resolve(cx, contacts), check_fit(cx, zone, named))?;
    Ok(resolved)
}

/// Looks whether contacts say what the zone asks for, in the roles in which it asks those that a domain names. Those that
/// do not exist are left to [`resolve`].
///
/// # Errors
/// `domain_contact_unfit` for each that does not.
pub(super) fn check_fit<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    zone: &Zone,
    contacts: &[(Role, &Handle)],
) -> Result<(), Failure> {
    let mut unfit = Findings::new();
    for (role, handle) in contacts.iter().filter(|(role, _)| zone.contact.linked.contains(role)) {
        let Some(contact) = cx.store.contact(handle)? else { continue };
        let mut findings = Findings::new();
        check_for_zone(zone, &contact.details, &mut findings);
        if let Err(lacking) = findings.end() {
            let refusal = Refusal::new(Outcome::DomainContactUnfit).at(field_of(*role)).value(handle);
            unfit.add(refusal.fact("zone", &zone.name).fact("reason", lacking.first().reason()));
        }
    }
    Ok(unfit.end()?)
}

/// The field in which a contact of a role is named.
pub(super) const fn field_of(role: Role) -> Field {
    match role {
        Role::Registrant => Field::Registrant,
        Role::Admin | Role::Tech | Role::Billing => Field::DomainContact,
    }
}

fn counted(outcome: Outcome, zone: &Zone, role: Role, count: u32) -> Refusal {
    Refusal::new(outcome)
        .at(field_of(role))
        .fact("zone", &zone.name)
        .fact("role", role.name())
        .fact("count", count)
}
