use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Glancing, Operation, Refusal, Refusals, Writing,
    model::{
        DomainName, Email, MailAddress, MailAddressId, MailForwarding, MailForwardingId, MailUsage,
        MailspaceId,
    },
    ops::{held_name::require_held, mail_address::elsewhere, mailspace},
    ports::store::Inserted,
};

/// Sends mail to an address on to a target. The address lies in a domain or DNS zone that the account holds.
///
/// Changes: the forwarding; if the addresses of the domain belong to a mailspace, it counts among that one's. Bills and
/// notifies nothing.
///
/// Checks, in this order: whether address and target are the same; whether the account holds the domain; whether that
/// belongs to another account's mailspace, or to one that is disabled or full; whether the address has a mailbox or is
/// another account's; whether there is such a forwarding already.
#[derive(Clone, Debug)]
pub struct Add {
    /// The address.
    pub address: Email,
    /// Where its mail goes.
    pub target: Email,
}

impl Operation for Add {
    type Answer = MailForwarding;
    const NAME: Name = Name::MailForwardingAdd;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::MailForwardingAdded,
        Outcome::ForwardingToItself,
        Outcome::HeldNameUnknown,
        Outcome::HeldNameForeign,
        Outcome::MailDomainElsewhere,
        Outcome::MailspaceDisabled,
        Outcome::MailspaceFull,
        Outcome::MailAddressHosted,
        Outcome::MailAddressForeign,
        Outcome::MailForwardingTaken,
    ];

    fn object(&self) -> &str {
        self.address.as_str()
    }
}

impl Command for Add {
    fn precheck(&self, _: &Glancing<'_>) -> Result<(), Refusals> {
        if self.address.canonical() != self.target.canonical() {
            return Ok(());
        }
        Err(Refusal::new(Outcome::ForwardingToItself).at(Field::MailTarget).value(&self.target).into())
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<MailForwarding>, Failure> {
        let address = self.address.canonical();
        let held_name = require_held(cx, &address.domain(), Field::MailAddress)?;
        let mailspace = self.count_in(cx, &address.domain())?;
        let forwarding = MailForwarding {
            id: MailForwardingId(cx.object_id()),
            address_id: self.claim(cx, &address)?,
            address,
            target: self.target.canonical(),
            account: cx.actor.id(),
            held_name,
            mailspace,
            added_at: cx.now,
        };
        if cx.store.insert_mail_forwarding(&forwarding)? == Inserted::Taken {
            let refusal = Refusal::new(Outcome::MailForwardingTaken).at(Field::MailTarget);
            return Err(refusal.value(&self.target).fact("address", &self.address).into());
        }
        cx.record(Self::NAME, forwarding.id.into(), forwarding.address.as_str())?;
        Ok(Done::new(Outcome::MailForwardingAdded, forwarding))
    }
}

impl Add {
    /// Counts the forwarding into the mailspace to which the domain belongs, if there is one.
    fn count_in(&self, cx: &Writing<'_>, domain: &DomainName) -> Result<Option<MailspaceId>, Failure> {
        let Some(id) = cx.store.mailspace_of_domain(domain)? else { return Ok(None) };
        let mut space = mailspace::of_id(cx, id)?;
        if space.account != cx.actor.id() {
            return Err(elsewhere(&self.address).into());
        }
        mailspace::require_enabled(&space)?;
        mailspace::add_forwarding(&mut space)?;
        cx.store.update_mailspace(&space)?;
        Ok(Some(id))
    }

    /// Takes the address, unless another forwarding of it has it already.
    fn claim(&self, cx: &Writing<'_>, address: &Email) -> Result<MailAddressId, Failure> {
        let present = cx.store.claim_mail_address(&MailAddress {
            id: MailAddressId(cx.new_id()),
            address: address.clone(),
            account: cx.actor.id(),
            added_at: cx.now,
            usage: MailUsage::Forwarded,
        })?;
        let refused = |outcome| Refusal::new(outcome).at(Field::MailAddress).value(&self.address);
        match present.usage {
            MailUsage::Hosted { .. } => Err(refused(Outcome::MailAddressHosted).into()),
            MailUsage::Forwarded if present.account == cx.actor.id() => Ok(present.id),
            MailUsage::Forwarded => Err(refused(Outcome::MailAddressForeign).into()),
        }
    }
}
