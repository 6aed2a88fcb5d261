//! Whose agreement by e-mail shows control of a name.

use super::list_approvers::{Approver, ApproverKind};
use crate::{
    Context, Fault,
    model::{CertificateName, DomainName, Email, Role},
    policy::Place,
    ports::store::Snapshot,
};

/// The addresses that stand for a name (CA/Browser Forum, Baseline Requirements, section 3.2.2.4.4): five at the domain and
/// at the name itself, and that of the registrant, if the domain is the actor's.
///
/// # Errors
/// A fault of the store.
pub(super) fn of<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: &CertificateName,
) -> Result<Vec<Approver>, Fault> {
    let domain = registered(cx, name.domain());
    let registrant = registrant(cx, &domain)?;
    let known = registrant.into_iter().map(|email| Approver { kind: ApproverKind::Registrant, email });
    let mut places = vec![domain.clone()];
    if *name.domain() != domain {
        places.push(name.domain().clone());
    }
    let generic = places.iter().flat_map(at).map(|email| Approver { kind: ApproverKind::Generic, email });
    Ok(known.chain(generic).collect())
}

/// Whether an address can approve a name. Only one that stands for no domain by custom is looked for in the store.
///
/// # Errors
/// A fault of the store.
pub(super) fn can_approve<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: &CertificateName,
    email: &Email,
) -> Result<bool, Fault> {
    let domain = registered(cx, name.domain());
    let is_same = |other: &Email| other.as_str().eq_ignore_ascii_case(email.as_str());
    if [&domain, name.domain()].into_iter().flat_map(at).any(|other| is_same(&other)) {
        return Ok(true);
    }
    Ok(registrant(cx, &domain)?.is_some_and(|registrant| is_same(&registrant)))
}

fn at(domain: &DomainName) -> impl Iterator<Item = Email> + use<'_> {
    MAILBOXES.iter().filter_map(move |mailbox| Email::parse(&format!("{mailbox}@{domain}")).ok())
}

/// The name under which a name was registered, as far as the zones here tell; otherwise its last two labels.
fn registered<S: Snapshot + ?Sized>(cx: &Context<'_, S>, name: &DomainName) -> DomainName {
    match cx.policies.place(name) {
        Place::Registrable(_) | Place::Apex(_) => name.clone(),
        Place::Below(zone) => name.child_of(zone.name.as_str()).unwrap_or_else(|| name.clone()),
        Place::Elsewhere => {
            let last = name.labels().last().and_then(|top| name.child_of(top));
            last.unwrap_or_else(|| name.clone())
        }
    }
}

fn registrant<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    domain: &DomainName,
) -> Result<Option<Email>, Fault> {
    let Some(domain) = cx.store.domain(domain)?.filter(|domain| domain.sponsor == cx.actor.id()) else {
        return Ok(None);
    };
    let contacts = cx.store.domain_contacts(domain.id)?;
    let registrant = contacts.iter().find(|contact| contact.role == Role::Registrant);
    let Some(registrant) = registrant else { return Ok(None) };
    Ok(cx.store.contact_by_id(registrant.id)?.map(|contact| contact.details.email))
}

const MAILBOXES: [&str; 5] = ["admin", "administrator", "hostmaster", "postmaster", "webmaster"];
