//! Changes of a domain's contacts.

use outcomes::{Field, Outcome};

use super::{contact_rules, holder_lock, registrant_rules};
use crate::{
    Failure, Fault, Findings, Refusal, Writing,
    model::{Domain, Handle, Role},
    ops::{
        address_check,
        change::{change_list, check_lists},
        contact::note_former,
    },
    policy::Zone,
};

/// What is to become of a domain's contacts, in the order in which it is done.
pub(super) struct ContactChange<'u> {
    /// The only ones in their roles from now on.
    pub(super) replace: &'u [(Role, Vec<Handle>)],
    /// The same, of people who were told whole.
    pub(super) people: &'u [(Role, Handle)],
    pub(super) add: &'u [(Role, Handle)],
    pub(super) remove: &'u [(Role, Handle)],
    /// The new registrant; `Some(None)` removes it.
    pub(super) registrant: Option<&'u Option<Handle>>,
    /// Whether the domain can be transferred at once though its holder changed; `None`: as its sponsor prefers.
    pub(super) opts_out: Option<bool>,
}

/// A contact in a role, as refusals name it.
#[derive(Clone, PartialEq)]
struct ContactLink(Role, Handle);

impl std::fmt::Display for ContactLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.1.fmt(f)
    }
}

/// Notes what is named twice, or both added and removed.
pub(super) fn check(add: &[(Role, Handle)], remove: &[(Role, Handle)], findings: &mut Findings) {
    check_lists(Field::DomainContact, &links(add), &links(remove), findings);
}

/// Changes the contacts of a domain.
///
/// # Errors
/// `domain_contact_unknown`, `domain_contact_unfit`, and as of a change of the registrant.
pub(super) fn change(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &Domain,
    change: &ContactChange<'_>,
    findings: &mut Findings,
) -> Result<(), Failure> {
    if change.is_empty() {
        return Ok(());
    }
    let before = cx.store.domain_contacts(domain.id)?.into_iter();
    let before: Vec<_> = before.map(|contact| ContactLink(contact.role, contact.handle)).collect();
    let after = change.apply(before.clone(), findings);
    change.check_counts(zone, &after, findings);

    let added: Vec<_> = after.iter().filter(|link| !before.contains(link)).map(ContactLink::parts).collect();
    let gone: Vec<_> = before.iter().filter(|link| !after.contains(link)).map(ContactLink::parts).collect();
    let named: Vec<_> = added.iter().copied().filter(|(role, _)| !change.tells_whole(*role)).collect();
    let added = contact_rules::resolve_fit(cx, zone, &added, &named)?;
    let gone = contact_rules::resolve(cx, &gone)?;
    cx.store.unlink_contacts(domain.id, &gone)?;
    cx.store.link_contacts(domain.id, &added)?;
    note_former(cx, zone, &gone)?;

    let (before, after) = (registrant_of(before), registrant_of(after));
    note_holder(cx, zone, domain, (before.as_ref(), after.as_ref()), change.opts_out)?;
    registrant_rules::check_same_holder(cx, zone, before, after)
}

fn note_holder(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &Domain,
    (before, after): (Option<&Handle>, Option<&Handle>),
    opts_out: Option<bool>,
) -> Result<(), Fault> {
    let matters = zone.transfer.holder_lock_days > 0 || zone.address_days > 0;
    if before == after || !matters {
        return Ok(());
    }
    let contact = |handle: Option<&Handle>| handle.map_or(Ok(None), |handle| cx.store.contact(handle));
    let (before, after) = (contact(before)?, contact(after)?);
    if let Some(after) = &after {
        address_check::ask(cx, zone, &after.details.email)?;
    }
    holder_lock::note(cx, zone, domain, (before.as_ref(), after.as_ref()), opts_out)
}

impl ContactChange<'_> {
    fn is_empty(&self) -> bool {
        let changes_none = self.add.is_empty() && self.remove.is_empty();
        let replaces_none = self.replace.is_empty() && self.people.is_empty();
        changes_none && replaces_none && self.registrant.is_none()
    }

    /// Whether the contacts of a role are people who were told whole.
    fn tells_whole(&self, role: Role) -> bool {
        self.people.iter().any(|(told, _)| *told == role)
    }

    fn apply(&self, mut contacts: Vec<ContactLink>, findings: &mut Findings) -> Vec<ContactLink> {
        for (role, handles) in self.replace {
            contacts.retain(|ContactLink(held, _)| held != role);
            contacts.extend(handles.iter().map(|handle| ContactLink(*role, handle.clone())));
        }
        contacts.retain(|ContactLink(held, _)| !self.tells_whole(*held));
        contacts.extend(links(self.people));
        change_list(&mut contacts, &links(self.add), &links(self.remove), Field::DomainContact, findings);
        if let Some(registrant) = self.registrant {
            contacts.retain(|ContactLink(role, _)| *role != Role::Registrant);
            contacts.extend(registrant.iter().map(|handle| ContactLink(Role::Registrant, handle.clone())));
        }
        contacts
    }

    fn check_counts(&self, zone: &Zone, after: &[ContactLink], findings: &mut Findings) {
        if self.registrant == Some(&None) && zone.contacts.registrant.least > 0 {
            let refusal = Refusal::new(Outcome::RegistrantNeeded).at(Field::Registrant);
            return findings.add(refusal.fact("zone", &zone.name));
        }
        let roles: Vec<_> = after.iter().map(|ContactLink(role, _)| *role).collect();
        contact_rules::check_counts(zone, &roles, findings);
    }
}

impl ContactLink {
    fn parts(&self) -> (Role, &Handle) {
        (self.0, &self.1)
    }
}

fn links(contacts: &[(Role, Handle)]) -> Vec<ContactLink> {
    contacts.iter().map(|(role, handle)| ContactLink(*role, handle.clone())).collect()
}

fn registrant_of(links: Vec<ContactLink>) -> Option<Handle> {
    links.into_iter().find(|ContactLink(role, _)| *role == Role::Registrant).map(|link| link.1)
}
