use outcomes::Operation as Name;

use super::network;
use crate::{
    Failure, Writing,
    model::{Event, Protection, ProtectionNews},
    ops::notify::notify,
};

/// Ends a service whose term is over: it was not paid, or the network does not know it any more.
///
/// Changes: the service and its invitations go, here and at the network. Notifies: the account.
///
/// # Errors
/// A fault of the store, or the network's: then nothing was changed, and the reminder comes again.
pub(in crate::ops) fn end(cx: &Writing<'_>, protection: &Protection) -> Result<(), Failure> {
    if network::knows(cx, protection)? {
        network::must_delete(cx, protection)?;
    }
    cx.store.delete_protection(protection.id)?;
    cx.record(Name::ProtectionEnd, protection.id.into(), protection.name.as_str())?;
    let event = Event::Protection { name: protection.name.to_string(), news: ProtectionNews::Ended };
    Ok(notify(cx, protection.account, event)?)
}
