//! Finding the address that a request is about.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal,
    model::{Email, MailAddress, MailPassword, MailUsage, MailboxId, MailspaceId},
    ports::store::Snapshot,
};

/// Where a hosted address lies.
pub(super) struct Place {
    pub(super) mailspace: MailspaceId,
    pub(super) mailbox: MailboxId,
    pub(super) password: MailPassword,
}

/// The actor's hosted address, and where it lies.
///
/// # Errors
/// `mail_address_unknown`, also for one that is only forwarded; `mail_address_foreign`.
pub(super) fn find_own<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    address: &Email,
) -> Result<(MailAddress, Place), Failure> {
    let refused = |outcome| Failure::from(Refusal::new(outcome).at(Field::MailAddress).value(address));
    let unknown = || refused(Outcome::MailAddressUnknown);
    let found = cx.store.mail_address(&address.canonical())?.ok_or_else(unknown)?;
    let MailUsage::Hosted { mailspace, mailbox, password } = found.usage.clone() else {
        return Err(unknown());
    };
    if found.account != cx.actor.id() {
        return Err(refused(Outcome::MailAddressForeign));
    }
    Ok((found, Place { mailspace, mailbox, password }))
}

/// The refusal of an address whose domain belongs to another mailspace.
pub(in crate::ops) fn elsewhere(address: &Email) -> Refusal {
    Refusal::new(Outcome::MailDomainElsewhere).at(Field::MailAddress).value(address.domain())
}
