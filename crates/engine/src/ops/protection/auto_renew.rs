use outcomes::Operation as Name;

use super::network;
use crate::{
    Failure, Writing,
    ledger::ProtectionOrder,
    model::{Due, EntryKind, Event, Instant, Job, Protection, ProtectionNews, ProtectionState},
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
pub(in crate::ops) fn auto_renew(cx: &Writing<'_>, protection: Protection) -> Result<Renewal, Failure> {
    match pay(cx, &protection) {
        Ok(()) => {}
        Err(Failure::Refused(_)) => return wait_for_payment(cx, protection),
        Err(fault) => return Err(fault),
    }
    let renewed = Protection {
        state: ProtectionState::Running,
        expires_at: protection.cycle.end_from(protection.expires_at),
        paid_by: cx.operation,
        ..protection
    };
    network::must_update(cx, &renewed)?;
    cx.store.update_protection(&renewed)?;
    remind(cx, &renewed, renewed.expires_at)?;
    cx.record(Name::ProtectionAutoRenew, renewed.id.into(), renewed.name.as_str())?;
    let news = ProtectionNews::Renewed { expires_at: renewed.expires_at };
    notify(cx, renewed.account, Event::Protection { name: renewed.name.to_string(), news })?;
    Ok(Renewal::Done)
}

/// When a service ends that is not paid.
pub(in crate::ops) fn ends_at(cx: &Writing<'_>, protection: &Protection) -> Instant {
    protection.expires_at.plus_days(cx.policies.protection.retry_days.into())
}

fn pay(cx: &Writing<'_>, protection: &Protection) -> Result<(), Failure> {
    let (plan, cycle) = (protection.plan, protection.cycle);
    let order =
        ProtectionOrder { policy: &cx.policies.protection, plan, cycle, kind: EntryKind::ProtectRenew };
    // Nobody waits for an answer that a warning could be in; the notice of it is enough.
    charge(cx, protection.account, &order, protection.id.into()).map(drop)
}

fn wait_for_payment(cx: &Writing<'_>, mut protection: Protection) -> Result<Renewal, Failure> {
    let ends_at = ends_at(cx, &protection);
    remind(cx, &protection, cx.now.plus_days(1).min(ends_at.max(cx.now)))?;
    if protection.state == ProtectionState::Running {
        protection.state = ProtectionState::Unpaid;
        cx.store.update_protection(&protection)?;
        let name = protection.name.to_string();
        notify(cx, protection.account, Event::Protection { name, news: ProtectionNews::Unpaid { ends_at } })?;
    }
    Ok(Renewal::Unpaid)
}

fn remind(cx: &Writing<'_>, protection: &Protection, at: Instant) -> Result<(), Failure> {
    Ok(cx.store.remind(&Due::new(at, Job::Protection, protection.id.into()))?)
}
