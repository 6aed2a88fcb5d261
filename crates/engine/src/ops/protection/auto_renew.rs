use outcomes::Operation as Name;

use super::{network, term};
use crate::{
    Failure, Writing,
    model::{EntryKind, Event, Instant, Protection, ProtectionNews, ProtectionState},
    ops::{notify::notify, payment::charge},
};

/// How the renewal of a service by the server ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ops) enum Renewal {
    /// Another term is paid.
    Done,
    /// It could not be paid.
    Unpaid,
}

/// Renews a service at the end of its term for another one, because the policy wants that.
///
/// Changes: the service's expiry, here and at the network; one that was not paid runs again. One that cannot be paid
/// runs on for the days of the policy, and is tried again each day. Bills: the term, to the account. Notifies: the
/// account, of the renewal or, once, of the want of credit.
///
/// # Errors
/// A fault of the store, or the network's: then nothing was billed, and the reminder comes again.
pub(in crate::ops) fn auto_renew(cx: &Writing<'_>, mut protection: Protection) -> Result<Renewal, Failure> {
    match pay(cx, &protection) {
        Ok(()) => {}
        Err(Failure::Refused(_)) => return wait_for_payment(cx, protection),
        Err(fault) => return Err(fault),
    }
    let begins = protection.expires_at;
    term::begin(cx, &mut protection, begins);
    network::must_update(cx, &protection)?;
    cx.store.update_protection(&protection)?;
    term::remind(cx, &protection, protection.expires_at)?;
    cx.record(Name::ProtectionAutoRenew, protection.id.into(), protection.name.as_str())?;
    let news = ProtectionNews::Renewed { expires_at: protection.expires_at };
    notify(cx, protection.account, Event::Protection { name: protection.name.to_string(), news })?;
    Ok(Renewal::Done)
}

/// When a service ends that is not paid.
pub(in crate::ops) fn ends_at(cx: &Writing<'_>, protection: &Protection) -> Instant {
    protection.expires_at.plus_days(cx.policies.protection.retry_days.into())
}

fn pay(cx: &Writing<'_>, protection: &Protection) -> Result<(), Failure> {
    let order = term::order(cx, protection, EntryKind::ProtectRenew);
    // Nobody waits for an answer that a warning could be in; the notice of it is enough.
    charge(cx, protection.account, &order, protection.id.into()).map(drop)
}

fn wait_for_payment(cx: &Writing<'_>, mut protection: Protection) -> Result<Renewal, Failure> {
    let ends_at = ends_at(cx, &protection);
    term::remind(cx, &protection, cx.now.plus_days(1).min(ends_at.max(cx.now)))?;
    if protection.state == ProtectionState::Running {
        protection.state = ProtectionState::Unpaid;
        cx.store.update_protection(&protection)?;
        let name = protection.name.to_string();
        notify(cx, protection.account, Event::Protection { name, news: ProtectionNews::Unpaid { ends_at } })?;
    }
    Ok(Renewal::Unpaid)
}
