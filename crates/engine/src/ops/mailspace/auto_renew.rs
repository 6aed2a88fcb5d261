use outcomes::Operation as Name;

use super::term;
use crate::{
    Failure, Writing,
    model::{EntryKind, Event, Instant, Mailspace, MailspaceNews, RenewalMode},
    ops::{notify::notify, payment::charge},
};

/// How the renewal of a mailspace by the server ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ops) enum Renewal {
    /// Another term is paid.
    Done,
    /// It was not paid.
    Unpaid,
}

/// Renews a mailspace at the end of its term for as long as it was paid last, if the policy wants that.
///
/// Changes: the end of the mailspace's term; one that was not paid is enabled again. One that is not paid is disabled,
/// kept for the days of the policy, and tried again each day. Bills: the term, to the account. Notifies: the account, of the
/// renewal or, once, that there was none.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn auto_renew(cx: &Writing<'_>, mut mailspace: Mailspace) -> Result<Renewal, Failure> {
    if !pay(cx, &mailspace)? {
        return wait_for_payment(cx, mailspace);
    }
    let term = mailspace.term;
    term::begin(cx, &mut mailspace, term)?;
    cx.record(Name::MailspaceAutoRenew, mailspace.id.into(), mailspace.name.as_str())?;
    let paid_until = mailspace.paid_until;
    tell(cx, &mailspace, MailspaceNews::Renewed { paid_until })?;
    Ok(Renewal::Done)
}

/// When a mailspace ends that is not paid.
pub(in crate::ops) fn ends_at(cx: &Writing<'_>, mailspace: &Mailspace) -> Instant {
    mailspace.paid_until.plus_days(cx.policies.mail.keep_days.into())
}

/// Has the account hear of a mailspace.
///
/// # Errors
/// A fault of the store.
pub(super) fn tell(cx: &Writing<'_>, mailspace: &Mailspace, news: MailspaceNews) -> Result<(), Failure> {
    let event = Event::Mailspace { name: mailspace.name.to_string(), news };
    Ok(notify(cx, mailspace.account, event)?)
}

/// Whether another term is paid.
fn pay(cx: &Writing<'_>, mailspace: &Mailspace) -> Result<bool, Failure> {
    if cx.policies.mail.renewal == RenewalMode::Explicit {
        return Ok(false);
    }
    let order = term::order(cx, mailspace.term, EntryKind::MailspaceRenew);
    // Nobody waits for an answer that a warning could be in; the notice of it is enough.
    match charge(cx, mailspace.account, &order, mailspace.id.into()) {
        Ok(_) => Ok(true),
        Err(Failure::Refused(_)) => Ok(false),
        Err(fault) => Err(fault),
    }
}

fn wait_for_payment(cx: &Writing<'_>, mut mailspace: Mailspace) -> Result<Renewal, Failure> {
    let ends_at = ends_at(cx, &mailspace);
    term::remind(cx, &mailspace, cx.now.plus_days(1).min(ends_at.max(cx.now)))?;
    if !mailspace.is_unpaid {
        mailspace.is_unpaid = true;
        cx.store.update_mailspace(&mailspace)?;
        tell(cx, &mailspace, MailspaceNews::Unpaid { ends_at })?;
    }
    Ok(Renewal::Unpaid)
}
