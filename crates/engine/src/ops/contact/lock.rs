use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Contact, Handle, Role, Status},
    ops::domain::{bar, investigation, lock},
};

/// Locks a contact, or takes the lock off.
///
/// For an investigation: neither it nor any domain that it is the registrant of can be changed, and those leave the DNS.
/// Against opting out: it is published from now on, and cannot choose otherwise.
///
/// Changes: the contact; its domains. Bills and notifies nothing. Checks, in this order: whether the contact exists, the
/// sponsor.
#[derive(Clone, Debug)]
pub struct Lock {
    /// The handle.
    pub handle: Handle,
    /// Which lock.
    pub kind: LockKind,
    /// Whether it is set or taken off.
    pub is_set: bool,
}

/// What a contact can be locked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockKind {
    /// The registrar looks into something.
    Investigation,
    /// It must not opt out of publication.
    OptOut,
}

impl Operation for Lock {
    type Answer = ();
    const NAME: Name = Name::ContactLock;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::ObjectLocked, Outcome::ObjectUnlocked, Outcome::ContactUnknown, Outcome::NotSponsor];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for Lock {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut contact = ownership::find_own(cx, &self.handle)?;
        match self.kind {
            LockKind::OptOut => {
                let particulars = &mut contact.details.particulars;
                particulars.opt_out_locked = self.is_set;
                particulars.opt_out &= !self.is_set;
            }
            LockKind::Investigation => self.bar(cx, &mut contact)?,
        }
        contact.touch(cx.actor.id(), cx.now);
        cx.store.update_contact(&contact)?;
        cx.record(Self::NAME, contact.id.into(), self.handle.as_str())?;
        Ok(Done::new(if self.is_set { Outcome::ObjectLocked } else { Outcome::ObjectUnlocked }, ()))
    }
}

impl Lock {
    fn bar(&self, cx: &Writing<'_>, contact: &mut Contact) -> Result<(), Failure> {
        bar(&mut contact.statuses, &BARS, &investigation(), self.is_set);
        let domains = cx.store.domains_with(contact.id, Role::Registrant)?;
        domains.into_iter().try_for_each(|domain| lock(cx, domain, self.is_set))
    }
}

const BARS: [Status; 3] =
    [Status::ServerUpdateProhibited, Status::ServerDeleteProhibited, Status::ServerTransferProhibited];
