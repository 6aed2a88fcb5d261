//! Registrants without domains.

use outcomes::Operation as Name;

use super::delete::remove;
use crate::{
    Failure, Fault, Writing,
    model::{ContactId, Due, Event, Handle, Job, ObjectId, Role, Status},
    ops::notify::notify,
    policy::Zone,
    ports::store::Deleted,
};

/// Notes which contacts are no more the registrant of any domain, if the zone of their last removes such.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn note_former(
    cx: &Writing<'_>,
    zone: &Zone,
    former: &[(Role, ContactId)],
) -> Result<(), Fault> {
    let Some(days) = zone.contact.idle_days else { return Ok(()) };
    let until = cx.now.plus_days(days.into());
    for (_, contact) in former.iter().filter(|(role, _)| *role == Role::Registrant) {
        if !cx.store.contact_is_linked(*contact)? {
            cx.store.put_idle(*contact, until)?;
            cx.store.remind(&Due::new(until, Job::Idle, (*contact).into()))?;
        }
    }
    Ok(())
}

/// Removes a contact that has been without domains long enough, unless something uses it or keeps it from being deleted.
/// Answers its handle.
///
/// Notifies: the sponsor.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn remove_idle(cx: &Writing<'_>, object: ObjectId) -> Result<Option<Handle>, Failure> {
    let id = ContactId(object.0);
    let Some(contact) = cx.store.contact_by_id(id)? else { return Ok(None) };
    let is_due = cx.store.idle_until(id)?.is_some_and(|until| until <= cx.now);
    let is_barred = contact.statuses.first_of(Status::BARS_DELETE).is_some();
    if !is_due || is_barred || remove(cx, &contact, Name::ContactRemove)? == Deleted::InUse {
        return Ok(None);
    }
    let event = Event::RegistrantRemoved { handle: contact.handle.to_string(), contact: id };
    notify(cx, contact.sponsor, event)?;
    Ok(Some(contact.handle))
}
