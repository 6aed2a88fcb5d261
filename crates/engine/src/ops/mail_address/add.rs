use outcomes::{Field, Operation as Name, Outcome};

use super::ownership::elsewhere;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{
        Email, MailAddress, MailAddressId, MailPassword, MailUsage, Mailbox, MailboxName, PlacedMailAddress,
    },
    ops::{held_name::require_held, mailbox, mailspace},
};

/// Gives a mailbox an address, in a domain or DNS zone that the account holds.
///
/// Changes: the address; its domain belongs to the mailspace from now on. Bills and notifies nothing.
///
/// Checks, in this order: whether the account has such a mailbox; whether its mailspace and itself are enabled; whether the
/// account holds the domain; whether the address is used already; whether its domain belongs to another mailspace.
#[derive(Clone, Debug)]
pub struct Add {
    /// The address.
    pub address: Email,
    /// Its password, from [`super::hash_mail_password`].
    pub password: MailPassword,
    /// The mailbox.
    pub mailbox: MailboxName,
}

impl Operation for Add {
    type Answer = PlacedMailAddress;
    const NAME: Name = Name::MailAddressAdd;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::MailAddressAdded,
        Outcome::MailboxUnknown,
        Outcome::MailspaceDisabled,
        Outcome::MailboxDisabled,
        Outcome::HeldNameUnknown,
        Outcome::HeldNameForeign,
        Outcome::MailAddressForwarded,
        Outcome::MailAddressHosted,
        Outcome::MailDomainElsewhere,
    ];

    fn object(&self) -> &str {
        self.address.as_str()
    }
}

impl Command for Add {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<PlacedMailAddress>, Failure> {
        let mailbox = mailbox::find_own(cx, &self.mailbox)?;
        let mailspace = mailspace::of_id(cx, mailbox.mailspace)?;
        mailspace::require_enabled(&mailspace)?;
        mailbox::require_enabled(&mailbox)?;
        let address = self.hosted(cx, &mailbox);
        require_held(cx, &address.domain(), Field::MailAddress)?;
        self.claim(cx, &address, &mailbox)?;
        cx.record(Self::NAME, address.id.into(), address.address.as_str())?;
        let MailAddress { address, added_at, .. } = address;
        let placed =
            PlacedMailAddress { address, added_at, mailbox: mailbox.name, mailspace: mailspace.name };
        Ok(Done::new(Outcome::MailAddressAdded, placed))
    }
}

impl Add {
    fn hosted(&self, cx: &Writing<'_>, mailbox: &Mailbox) -> MailAddress {
        let &Mailbox { id: mailbox, mailspace, account, .. } = mailbox;
        MailAddress {
            id: MailAddressId(cx.object_id()),
            address: self.address.canonical(),
            account,
            added_at: cx.now,
            usage: MailUsage::Hosted { mailspace, mailbox, password: self.password.clone() },
        }
    }

    /// Takes the address and its domain. What the address is used for says more than to whom its domain belongs, so that
    /// is asked first where it cannot be had.
    fn claim(&self, cx: &Writing<'_>, address: &MailAddress, mailbox: &Mailbox) -> Result<(), Failure> {
        let is_free_domain =
            cx.store.link_mail_domain(&address.domain(), mailbox.mailspace)? == mailbox.mailspace;
        let present = if is_free_domain {
            Some(cx.store.claim_mail_address(address)?)
        } else {
            cx.store.mail_address(&address.address)?
        };
        match present {
            Some(present) if present.id == address.id => Ok(()),
            Some(present) => Err(self.used(&present).into()),
            None => Err(elsewhere(&self.address).into()),
        }
    }

    fn used(&self, present: &MailAddress) -> Refusal {
        let outcome = match present.usage {
            MailUsage::Hosted { .. } => Outcome::MailAddressHosted,
            MailUsage::Forwarded => Outcome::MailAddressForwarded,
        };
        Refusal::new(outcome).at(Field::MailAddress).value(&self.address)
    }
}
