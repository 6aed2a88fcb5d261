//! The beginning and the end of a process.

use outcomes::Operation as Name;

use super::suspension::{self, domains_of, names_of};
use crate::{
    Failure, Writing,
    model::{Contact, ContactId, DataFault, DataQuality, DataQualityStage, DomainName, Due, Event, Job},
    ops::{handshake::holder, notify::notify},
};

/// Begins one.
///
/// Notifies: the sponsor of the contact.
///
/// # Errors
/// A fault of the store.
pub(super) fn begin(
    cx: &Writing<'_>,
    contact: &Contact,
    fault: DataFault,
    reason: String,
) -> Result<(), Failure> {
    let tags = cx.policies.zones().find_map(|zone| zone.tags.as_ref());
    let allowed = tags.map(|tags| tags.data_quality).unwrap_or_default();
    let suspends_at = cx.now.plus_working_days(allowed.correct_days);
    let process = DataQuality {
        fault,
        reason,
        disputed: Box::new(contact.details.clone()),
        commenced_at: cx.now,
        suspends_at,
        cancels_at: suspends_at.plus_days(allowed.cancel_days.into()),
        is_suspended: false,
    };
    keep(cx, contact.id, &process)?;
    cx.record(Name::DataQualityCommence, contact.id.into(), contact.handle.as_str())?;
    tell(cx, contact, &process, DataQualityStage::Initial, &names_of(cx, contact.id)?)
}

/// Ends one whose data are corrected.
///
/// Notifies: the sponsor of the contact.
///
/// # Errors
/// A fault of the store.
pub(super) fn end(cx: &Writing<'_>, contact: &Contact, process: &DataQuality) -> Result<(), Failure> {
    cx.store.remove_data_quality(contact.id)?;
    let names = match process.is_suspended {
        true => suspension::set(cx, domains_of(cx, contact.id)?, false)?,
        false => names_of(cx, contact.id)?,
    };
    cx.record(Name::DataQualityValidate, contact.id.into(), contact.handle.as_str())?;
    tell(cx, contact, process, DataQualityStage::Updated, &names)
}

/// Has a copy of a contact corrected too: what is wrong with the one is wrong with the other.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn carry_along(cx: &Writing<'_>, from: ContactId, to: ContactId) -> Result<(), Failure> {
    match cx.store.data_quality(from)? {
        Some(process) => keep(cx, to, &process),
        None => Ok(()),
    }
}

/// Keeps a process, with a reminder of its next step.
///
/// # Errors
/// A fault of the store.
pub(super) fn keep(cx: &Writing<'_>, contact: ContactId, process: &DataQuality) -> Result<(), Failure> {
    cx.store.put_data_quality(contact, process)?;
    Ok(cx.store.remind(&Due::new(process.next_at(), Job::DataQuality, contact.into()))?)
}

/// Tells the sponsor of a contact how far a process has come.
///
/// # Errors
/// A fault of the store.
pub(super) fn tell(
    cx: &Writing<'_>,
    contact: &Contact,
    process: &DataQuality,
    stage: DataQualityStage,
    names: &[DomainName],
) -> Result<(), Failure> {
    let event = Event::DataQuality {
        stage,
        registrant: Box::new(holder(cx, contact)?),
        reason: process.reason.clone(),
        suspends_at: process.suspends_at,
        cancels_at: process.cancels_at,
        names: names.iter().map(ToString::to_string).collect(),
    };
    Ok(notify(cx, contact.sponsor, event)?)
}
