use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Domain, DomainName, Status, StatusNote, Statuses},
};

/// Locks a domain for an investigation, or takes the lock off: it leaves the DNS, and nobody changes, renews, deletes or
/// releases it.
///
/// Changes: the statuses. Bills and notifies nothing. Checks, in this order: whether the domain exists, the sponsor. A lock
/// that is set already stays, as one stays off.
#[derive(Clone, Debug)]
pub struct Lock {
    /// The name.
    pub name: DomainName,
    /// Whether it is set or taken off.
    pub is_set: bool,
}

impl Operation for Lock {
    type Answer = ();
    const NAME: Name = Name::DomainLock;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::ObjectLocked, Outcome::ObjectUnlocked, Outcome::DomainUnknown, Outcome::NotSponsor];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Lock {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let domain = ownership::find_own(cx, &self.name)?;
        lock(cx, domain, self.is_set)?;
        Ok(Done::new(if self.is_set { Outcome::ObjectLocked } else { Outcome::ObjectUnlocked }, ()))
    }
}

/// Sets the lock of a domain or takes it off. Statuses that the registry set for another reason stay.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn lock(cx: &Writing<'_>, mut domain: Domain, is_set: bool) -> Result<(), Failure> {
    bar(&mut domain.statuses, &BARS, &investigation(), is_set);
    domain.touch(cx.actor.id(), cx.now);
    cx.store.update_domain(&domain)?;
    cx.record(Name::DomainLock, domain.id.into(), domain.name.as_str())?;
    Ok(())
}

/// Sets statuses of the server with a note, or takes those away that have this note: what is there for another reason
/// stays.
pub(in crate::ops) fn bar(statuses: &mut Statuses, bars: &[Status], note: &StatusNote, is_set: bool) {
    for status in bars {
        if is_set && !statuses.has(*status) {
            statuses.set(*status, Some(note.clone()));
        } else if !is_set && statuses.note(*status) == Some(note) {
            statuses.unset(*status);
        }
    }
}

/// What tells the statuses of the lock from others.
pub(in crate::ops) fn investigation() -> StatusNote {
    StatusNote { language: "en".to_owned(), text: "investigation".to_owned() }
}

const BARS: [Status; 5] = [
    Status::ServerHold,
    Status::ServerRenewProhibited,
    Status::ServerUpdateProhibited,
    Status::ServerDeleteProhibited,
    Status::ServerTransferProhibited,
];
