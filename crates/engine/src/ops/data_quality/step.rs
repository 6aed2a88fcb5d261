use outcomes::Operation as Name;

use super::{
    process::{keep, tell},
    suspension::{self, domains_of},
};
use crate::{
    Failure, Writing,
    model::{Contact, ContactId, DataQuality, DataQualityStage, Domain, ObjectId, Status},
    ops::{
        domain::{cancel, zone_of},
        due::Deed,
    },
};

/// Takes the next step against a registrant whose data nobody corrected, if it is due: first its domains leave the DNS,
/// then they are cancelled. If it has none, there is nothing to take. Answers the handle and what was done.
///
/// Notifies: the sponsor of the contact.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn step(cx: &Writing<'_>, object: ObjectId) -> Result<Option<(String, Deed)>, Failure> {
    let id = ContactId(object.0);
    let due = cx.store.data_quality(id)?.filter(|process| process.next_at() <= cx.now);
    let Some((process, contact)) = due.zip(cx.store.contact_by_id(id)?) else { return Ok(None) };
    let domains = domains_of(cx, id)?;
    if domains.is_empty() {
        cx.store.remove_data_quality(id)?;
        return Ok(None);
    }
    let handle = contact.handle.to_string();
    if process.is_suspended {
        cancel_all(cx, &contact, &process, domains)?;
        return Ok(Some((handle, Deed::RegistrantCancelled)));
    }
    let process = DataQuality { is_suspended: true, ..process };
    keep(cx, id, &process)?;
    let names = suspension::set(cx, domains, true)?;
    tell(cx, &contact, &process, DataQualityStage::Suspended, &names)?;
    Ok(Some((handle, Deed::RegistrantSuspended)))
}

fn cancel_all(
    cx: &Writing<'_>,
    contact: &Contact,
    process: &DataQuality,
    domains: Vec<Domain>,
) -> Result<(), Failure> {
    let mut names = Vec::new();
    // What is held up for another reason stays.
    let may_go = |domain: &Domain| !domain.statuses.has(Status::ServerDeleteProhibited);
    for domain in domains.into_iter().filter(may_go) {
        names.push(domain.name.clone());
        cancel(cx, zone_of(cx.policies, &domain)?, domain)?;
    }
    cx.store.remove_data_quality(contact.id)?;
    cx.record(Name::DataQualitySuspend, contact.id.into(), contact.handle.as_str())?;
    match names.is_empty() {
        true => Ok(()),
        false => tell(cx, contact, process, DataQualityStage::Cancelled, &names),
    }
}
