use outcomes::Operation as Name;

use super::auto_renew::tell;
use crate::{
    Failure, Writing,
    model::{Mailspace, MailspaceNews},
};

/// Ends a mailspace that was not paid in time.
///
/// Changes: the mailspace goes, with its mailboxes and their addresses; what is forwarded stays so. Bills nothing.
/// Notifies: the account.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn end(cx: &Writing<'_>, mailspace: &Mailspace) -> Result<(), Failure> {
    cx.store.clear_mailspace(mailspace.id)?;
    cx.record(Name::MailspaceEnd, mailspace.id.into(), mailspace.name.as_str())?;
    tell(cx, mailspace, MailspaceNews::Ended)
}
