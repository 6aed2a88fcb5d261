use outcomes::{Operation as Name, Outcome};

use super::ownership::{Place, elsewhere, find_own};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Email, MailPassword, MailUsage, Mailbox, MailboxName, PlacedMailAddress},
    ops::{mailbox, mailspace},
};

/// Gives an address another password, or another mailbox of the same mailspace. What is not named stays.
///
/// Changes: the address. Bills and notifies nothing.
///
/// Checks, in this order: whether there is such an address, the account; of another mailbox, whether the account has it,
/// whether it lies in the same mailspace, whether that and itself are enabled.
#[derive(Clone, Debug)]
pub struct Update {
    /// The address.
    pub address: Email,
    /// Its password, from [`super::hash_mail_password`].
    pub password: Option<MailPassword>,
    /// The mailbox.
    pub mailbox: Option<MailboxName>,
}

impl Operation for Update {
    type Answer = PlacedMailAddress;
    const NAME: Name = Name::MailAddressUpdate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::MailAddressUpdated,
        Outcome::MailAddressUnknown,
        Outcome::MailAddressForeign,
        Outcome::MailboxUnknown,
        Outcome::MailDomainElsewhere,
        Outcome::MailspaceDisabled,
        Outcome::MailboxDisabled,
    ];

    fn object(&self) -> &str {
        self.address.as_str()
    }
}

impl Command for Update {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<PlacedMailAddress>, Failure> {
        let (mut address, place) = find_own(cx, &self.address)?;
        let mailspace = mailspace::of_id(cx, place.mailspace)?;
        let mailbox = match &self.mailbox {
            Some(name) => self.other_mailbox(cx, name, &place)?,
            None => mailbox::of_id(cx, place.mailbox)?,
        };
        if mailbox.id != place.mailbox {
            mailspace::require_enabled(&mailspace)?;
            mailbox::require_enabled(&mailbox)?;
        }
        let password = self.password.clone().unwrap_or(place.password);
        address.usage = MailUsage::Hosted { mailspace: mailspace.id, mailbox: mailbox.id, password };
        cx.store.update_mail_address(&address)?;
        cx.record(Self::NAME, address.id.into(), address.address.as_str())?;
        let (address, added_at) = (address.address, address.added_at);
        let placed =
            PlacedMailAddress { address, added_at, mailbox: mailbox.name, mailspace: mailspace.name };
        Ok(Done::new(Outcome::MailAddressUpdated, placed))
    }
}

impl Update {
    fn other_mailbox(&self, cx: &Writing<'_>, name: &MailboxName, place: &Place) -> Result<Mailbox, Failure> {
        let mailbox = mailbox::find_own(cx, name)?;
        if mailbox.mailspace == place.mailspace { Ok(mailbox) } else { Err(elsewhere(&self.address).into()) }
    }
}
