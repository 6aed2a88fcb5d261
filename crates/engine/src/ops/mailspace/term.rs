//! The terms of a mailspace: what one costs, and what reminds of its end.

use crate::{
    Fault, Writing,
    ledger::MailspaceOrder,
    model::{Due, EntryKind, Instant, Job, MailTerm, Mailspace},
};

/// The order of a term.
pub(super) fn order<'a>(cx: &'a Writing<'_>, term: MailTerm, kind: EntryKind) -> MailspaceOrder<'a> {
    MailspaceOrder { policy: &cx.policies.mail, term, kind }
}

/// The mailspace is enabled through another term, which is paid.
///
/// # Errors
/// The store's.
pub(super) fn begin(cx: &Writing<'_>, mailspace: &mut Mailspace, term: MailTerm) -> Result<(), Fault> {
    mailspace.paid_until = term.end_from(mailspace.next_term_begins(cx.now));
    (mailspace.term, mailspace.is_unpaid) = (term, false);
    cx.store.update_mailspace(mailspace)?;
    remind(cx, mailspace, mailspace.paid_until)
}

/// Has the mailspace looked at at a moment.
///
/// # Errors
/// The store's.
pub(super) fn remind(cx: &Writing<'_>, mailspace: &Mailspace, at: Instant) -> Result<(), Fault> {
    cx.store.remind(&Due::new(at, Job::Mailspace, mailspace.id.into()))
}
