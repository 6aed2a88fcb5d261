//! Finding the domain that a request is about.

use std::{collections::HashMap, sync::Arc};

use outcomes::{Field, Outcome};

use super::super::access::{AuthInfoProof, require_sponsor};
use crate::{
    Context, Failure, Fault, Findings, Refusal,
    model::{Domain, DomainName, Status},
    policy::{Policies, Zone},
    ports::store::Snapshot,
};

/// The domain with a name.
///
/// # Errors
/// `domain_unknown`.
pub(super) fn find<S: Snapshot + ?Sized>(cx: &Context<'_, S>, name: &DomainName) -> Result<Domain, Failure> {
    cx.store.domain(name)?.ok_or_else(|| unknown(name).into())
}

/// The domains with some names, in the order of these.
///
/// # Errors
/// `domain_unknown`, for each that is missing.
pub(super) fn find_all<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    names: &[DomainName],
) -> Result<Vec<Domain>, Failure> {
    let found = cx.store.domains_named(names)?;
    let found: HashMap<&DomainName, &Domain> = found.iter().map(|domain| (&domain.name, domain)).collect();
    let mut findings = Findings::new();
    let mut domains = Vec::with_capacity(names.len());
    for name in names {
        match found.get(name) {
            Some(domain) => domains.push((*domain).clone()),
            None => findings.add(unknown(name)),
        }
    }
    findings.end()?;
    Ok(domains)
}

/// The domains with some names, in the order of these, sponsored by the actor.
///
/// # Errors
/// `domain_unknown`, for each that is missing; `not_sponsor`.
pub(in crate::ops) fn find_all_own<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    names: &[DomainName],
) -> Result<Vec<Domain>, Failure> {
    let domains = find_all(cx, names)?;
    for domain in &domains {
        require_sponsor(cx, domain.sponsor, domain.name.as_str())?;
    }
    Ok(domains)
}

fn unknown(name: &DomainName) -> Refusal {
    Refusal::new(Outcome::DomainUnknown).at(Field::DomainName).value(name)
}

/// The domain with a name, sponsored by the actor.
///
/// # Errors
/// `domain_unknown`, `not_sponsor`.
pub(in crate::ops) fn find_own<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: &DomainName,
) -> Result<Domain, Failure> {
    let domain = find(cx, name)?;
    require_sponsor(cx, domain.sponsor, name.as_str())?;
    Ok(domain)
}

/// The policy under which a domain was registered.
///
/// # Errors
/// A fault when the operator took away the policy of a zone that still has registrations.
pub(in crate::ops) fn zone_of<'a>(policies: &'a Policies, domain: &Domain) -> Result<&'a Arc<Zone>, Fault> {
    policies
        .zone(&domain.zone)
        .ok_or_else(|| Fault::internal(format!("no policy for zone {} of {}", domain.zone, domain.name)))
}

/// # Errors
/// `domain_on_hold` when the server took the domain out of the DNS and its zone freezes such domains (RFC 2832 section 6).
pub(super) fn require_not_frozen(domain: &Domain, zone: &Zone) -> Result<(), Refusal> {
    if !(zone.hold_freezes && domain.statuses.has(Status::ServerHold)) {
        return Ok(());
    }
    let refusal = Refusal::new(Outcome::DomainOnHold).at(Field::DomainName).value(&domain.name);
    Err(refusal.fact("zone", &zone.name))
}

/// Whether a presented authInfo opens a domain: the domain's own or, if it names a ROID, that of one of its contacts
/// (RFC 5731 section 2.6).
///
/// # Errors
/// `authinfo_wrong`, `authinfo_locked`.
pub(super) fn prove<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    domain: &Domain,
    proof: &AuthInfoProof,
) -> Result<(), Failure> {
    let name = domain.name.as_str();
    let own = proof.roid.as_deref().is_none_or(|roid| roid == domain.id.roid());
    if own {
        return cx.prove(&proof.authinfo, domain.authinfo.as_ref(), domain.id.into(), name);
    }
    let contacts = cx.store.domain_contacts(domain.id)?;
    let holder = contacts.iter().find(|contact| Some(contact.id.roid()) == proof.roid);
    let contact = holder.map(|holder| cx.store.contact(&holder.handle)).transpose()?.flatten();
    match contact {
        Some(contact) => cx.prove(&proof.authinfo, contact.authinfo.as_ref(), contact.id.into(), name),
        None => cx.prove(&proof.authinfo, None, domain.id.into(), name),
    }
}
