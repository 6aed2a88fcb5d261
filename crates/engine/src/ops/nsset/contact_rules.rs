//! Which technical contacts a set has.

use outcomes::{Field, Outcome};

use crate::{
    Failure, Findings, Refusal, Writing,
    model::{ContactId, Handle},
    ops::change::check_unique,
    policy::{NssetPolicy, Zone},
};

/// Notes what is wrong with the contacts of a set whatever the store says.
pub(super) fn check(zone: &Zone, rules: &NssetPolicy, contacts: &[Handle], findings: &mut Findings) {
    check_unique(Field::NssetContact, contacts, findings);
    if !rules.contacts.holds(contacts.len()) {
        let refusal =
            Refusal::new(Outcome::NssetContactsRefused).at(Field::NssetContact).value(contacts.len());
        findings.add(refusal.fact("zone", &zone.name).fact("range", rules.contacts));
    }
}

/// The contacts behind handles, looked up in one statement.
///
/// # Errors
/// `contact_unknown` for each that does not exist.
pub(super) fn resolve(cx: &Writing<'_>, handles: &[Handle]) -> Result<Vec<ContactId>, Failure> {
    let known = if handles.is_empty() { Vec::new() } else { cx.store.contact_ids(handles)? };
    let mut findings = Findings::new();
    let mut resolved = Vec::with_capacity(handles.len());
    for handle in handles {
        match known.iter().find(|(found, _)| found == handle) {
            Some((_, id)) => resolved.push(*id),
            None => {
                findings.add(Refusal::new(Outcome::ContactUnknown).at(Field::NssetContact).value(handle));
            }
        }
    }
    Ok(findings.finish(resolved)?)
}
