use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{Email, MailspaceId},
    ops::mailspace,
};

/// Ends a mail forwarding.
///
/// Changes: the forwarding is gone; with the last one of its address, that is free. Bills and notifies nothing. Checks
/// whether the account has such a forwarding; it need not hold the domain any more.
#[derive(Clone, Debug)]
pub struct Delete {
    /// The address.
    pub address: Email,
    /// Where its mail goes.
    pub target: Email,
}

impl Operation for Delete {
    type Answer = ();
    const NAME: Name = Name::MailForwardingDelete;
    const OUTCOMES: &'static [Outcome] = &[Outcome::MailForwardingDeleted, Outcome::MailForwardingUnknown];

    fn object(&self) -> &str {
        self.address.as_str()
    }
}

impl Command for Delete {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let (address, target) = (self.address.canonical(), self.target.canonical());
        let unknown = || Refusal::new(Outcome::MailForwardingUnknown).at(Field::MailTarget);
        let forwarding = cx.store.mail_forwarding(cx.actor.id(), &address, &target)?;
        let forwarding =
            forwarding.ok_or_else(|| unknown().value(&self.target).fact("address", &self.address))?;
        cx.store.delete_mail_forwarding(forwarding.id)?;
        cx.store.release_mail_address(forwarding.address_id)?;
        forwarding.mailspace.map_or(Ok(()), |id| count_out(cx, id))?;
        cx.record(Self::NAME, forwarding.id.into(), address.as_str())?;
        Ok(Done::new(Outcome::MailForwardingDeleted, ()))
    }
}

fn count_out(cx: &Writing<'_>, id: MailspaceId) -> Result<(), Failure> {
    let mut space = mailspace::of_id(cx, id)?;
    space.forwardings = space.forwardings.saturating_sub(1);
    Ok(cx.store.update_mailspace(&space)?)
}
