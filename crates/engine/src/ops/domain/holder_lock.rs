//! Domains whose holder changed stay with their sponsor for a while, where the zone wants that: whoever got hold of one in a
//! bad way shall not get away with it.

use outcomes::Outcome;

use crate::{
    Context, Failure, Fault, Refusal, Writing,
    model::{Contact, Details, Domain, Instant},
    policy::{Policies, Zone},
    ports::store::Snapshot,
};

/// Notes that the holder of a domain changed. Without a word of the request the sponsor's preferences say whether it opts out.
///
/// # Errors
/// A fault of the store.
pub(super) fn note(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &Domain,
    (before, after): (Option<&Contact>, Option<&Contact>),
    opts_out: Option<bool>,
) -> Result<(), Fault> {
    let Some(until) = until(zone, cx.now) else { return Ok(()) };
    // A domain that nobody held gets a holder, and changes none.
    let Some(before) = before else { return Ok(()) };
    let is_same = after.is_some_and(|after| is_same_holder(&before.details, &after.details));
    if is_same || opted_out(cx, opts_out)? {
        return Ok(());
    }
    cx.store.put_holder_lock(domain.id, until)
}

/// Notes that a contact has become somebody else, in all domains of which it is the registrant.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn note_everywhere(
    cx: &Writing<'_>,
    contact: &Contact,
    before: &Details,
) -> Result<(), Fault> {
    if is_same_holder(before, &contact.details) || !locks_anywhere(cx.policies) || opted_out(cx, None)? {
        return Ok(());
    }
    for zone in cx.policies.zones() {
        if let Some(until) = until(zone, cx.now) {
            cx.store.put_holder_locks(contact.id, &zone.name, until)?;
        }
    }
    Ok(())
}

/// Until when a domain stays with its sponsor, if it does.
///
/// # Errors
/// A fault of the store.
pub(super) fn of<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    zone: &Zone,
    domain: &Domain,
) -> Result<Option<Instant>, Fault> {
    if zone.transfer.holder_lock_days == 0 {
        return Ok(None);
    }
    Ok(cx.store.holder_lock(domain.id)?.filter(|until| cx.now < *until))
}

/// # Errors
/// `holder_changed_lately`.
pub(super) fn check<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    zone: &Zone,
    domain: &Domain,
) -> Result<(), Failure> {
    match of(cx, zone, domain)? {
        Some(until) => {
            Err(Refusal::new(Outcome::HolderChangedLately).value(&domain.name).fact("date", until).into())
        }
        None => Ok(()),
    }
}

fn until(zone: &Zone, now: Instant) -> Option<Instant> {
    let days = zone.transfer.holder_lock_days;
    (days > 0).then(|| now.plus_days(days.into()))
}

fn locks_anywhere(policies: &Policies) -> bool {
    policies.zones().any(|zone| zone.transfer.holder_lock_days > 0)
}

fn opted_out(cx: &Writing<'_>, said: Option<bool>) -> Result<bool, Fault> {
    match said {
        Some(opts_out) => Ok(opts_out),
        None => Ok(cx.store.preferences(cx.actor.id())?.is_some_and(|preferences| preferences.opts_out)),
    }
}

/// Name, organisation and e-mail address are what makes a holder.
fn is_same_holder(one: &Details, other: &Details) -> bool {
    let named = |details: &Details| {
        let postal = details.main_postal()?;
        Some((postal.name.as_str().to_owned(), postal.organisation.clone()))
    };
    named(one) == named(other) && one.email == other.email
}
