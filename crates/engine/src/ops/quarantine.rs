//! Names that cannot be had though nobody has them: kept out by a zone's policy, or in quarantine.

use outcomes::{Field, Outcome};

use crate::{
    Fault, Refusal, Writing,
    model::{Due, Job, ObjectId, Tombstone},
    policy::BarredNames,
    ports::store::Kind,
};

/// Why a name that nobody has cannot be had; `rests` is whether it is in quarantine.
pub(super) fn why_barred(barred: &BarredNames, rests: bool, field: Field, name: &str) -> Option<Refusal> {
    let in_quarantine = (rests && barred.quarantine).then_some(Outcome::HandleQuarantined);
    barred.bar(name).or(in_quarantine).map(|why| Refusal::new(why).at(field).value(name))
}

/// Lets the name of a deleted object rest, if any zone wants that; `kind` is that of the tombstone.
///
/// # Errors
/// A fault of the store.
pub(super) fn begin(cx: &Writing<'_>, kind: Kind, object: ObjectId, name: &str) -> Result<(), Fault> {
    if !cx.policies.heed_quarantine(kind) {
        return Ok(());
    }
    let until = cx.now.plus_days(cx.policies.house.quarantine_days.into());
    cx.store.put_tombstone(&Tombstone { object, kind, name: name.to_owned(), until })?;
    cx.store.remind(&Due::new(until, Job::Quarantine, object))
}

/// Frees the name of an object that is gone, if its time has come. Answers the name.
///
/// # Errors
/// A fault of the store.
pub(super) fn end(cx: &Writing<'_>, object: ObjectId) -> Result<Option<String>, Fault> {
    let Some(tombstone) = cx.store.tombstone(object)?.filter(|tombstone| tombstone.until <= cx.now) else {
        return Ok(None);
    };
    cx.store.remove_tombstone(&tombstone)?;
    Ok(Some(tombstone.name))
}
