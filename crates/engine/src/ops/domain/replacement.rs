//! What an update says of a domain as a whole, instead of what is to be added and removed.

use super::{Person, contact_rules};
use crate::{
    Findings,
    model::{Handle, RenewalMode, Role, Status, StatusNote, Statuses},
    ops::{StatusChange, change::check_unique},
};

/// What takes the place of all that was, and is no error where it was so already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replacement {
    /// The contacts in these roles. The registrant is none of them.
    pub contacts: Vec<(Role, Vec<Handle>)>,
    /// Contacts that are told whole, in the place of all in their roles, the registrant's among them.
    pub people: Vec<Person>,
    /// The statuses of the sponsor's own.
    pub statuses: Option<Vec<Status>>,
    /// Whether it is locked against transfers.
    pub is_locked: Option<bool>,
    /// What happens at its expiry; `Some(None)` leaves it to the zone's policy.
    pub renewal: Option<Option<RenewalMode>>,
}

impl Replacement {
    /// Whether it replaces nothing.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Notes what is wrong with it whatever the domain says.
    pub(super) fn check(&self, findings: &mut Findings) {
        for (role, handles) in &self.contacts {
            check_unique(contact_rules::field_of(*role), &handles.iter().collect::<Vec<_>>(), findings);
        }
        let wanted = StatusChange { add: unnoted(self.statuses.iter().flatten()), remove: Vec::new() };
        wanted.check(StatusChange::ON_DOMAINS, findings);
    }

    /// What has to be added and removed so that the statuses are as wanted.
    pub(super) fn status_change(&self, present: &Statuses) -> StatusChange {
        let differs = |set: bool| {
            let settable = StatusChange::ON_DOMAINS.iter();
            settable.filter(move |status| self.wants(**status) == Some(set) && present.has(**status) != set)
        };
        StatusChange { add: unnoted(differs(true)), remove: differs(false).copied().collect() }
    }

    /// Whether a status is to be set, if that is said. The lock goes before the list.
    fn wants(&self, status: Status) -> Option<bool> {
        let lock = self.is_locked.filter(|_| status == Status::ClientTransferProhibited);
        lock.or_else(|| Some(self.statuses.as_ref()?.contains(&status)))
    }
}

fn unnoted<'s>(statuses: impl Iterator<Item = &'s Status>) -> Vec<(Status, Option<StatusNote>)> {
    statuses.map(|status| (*status, None)).collect()
}
