//! Changes to sets: what is added must be absent, what is removed must be present, nothing is both.

use std::fmt::Display;

use outcomes::{Field, Outcome};

use crate::{
    Findings, Refusal,
    model::{Status, StatusNote, Statuses},
};

/// What becomes of what a request says needlessly: addresses of servers outside the zones, what is to be added and is there,
/// what is to be removed and is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Needless {
    /// It is refused, or passed over where it does no harm.
    #[default]
    Refused,
    /// It is left out, with a warning of each.
    LeftOut,
}

impl Needless {
    /// Parts a list into what is needed and what is left out.
    pub(super) fn part<T: Clone>(self, list: &[T], is_needed: impl Fn(&T) -> bool) -> (Vec<T>, Vec<T>) {
        list.iter().cloned().partition(|item| self == Self::Refused || is_needed(item))
    }
}

/// Statuses to add and to remove.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatusChange {
    /// To add, each with its note if it has one.
    pub add: Vec<(Status, Option<StatusNote>)>,
    /// To remove.
    pub remove: Vec<Status>,
}

impl StatusChange {
    /// What clients may set on domains (RFC 5731 section 2.3).
    pub(super) const ON_DOMAINS: &[Status] = &[
        Status::ClientDeleteProhibited,
        Status::ClientHold,
        Status::ClientRenewProhibited,
        Status::ClientTransferProhibited,
        Status::ClientUpdateProhibited,
    ];
    /// What clients may set on contacts (RFC 5733 section 2.2).
    pub(super) const ON_CONTACTS: &[Status] =
        &[Status::ClientDeleteProhibited, Status::ClientTransferProhibited, Status::ClientUpdateProhibited];
    /// What clients may set on hosts (RFC 5732 section 2.3).
    pub(super) const ON_HOSTS: &[Status] = &[Status::ClientDeleteProhibited, Status::ClientUpdateProhibited];

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.add.is_empty() && self.remove.is_empty()
    }

    /// Notes what is wrong with it whatever the object says. `settable` is what clients may set on such objects.
    pub(super) fn check(&self, settable: &[Status], findings: &mut Findings) {
        let added: Vec<Status> = self.add.iter().map(|(status, _)| *status).collect();
        check_lists(Field::Status, &added, &self.remove, findings);
        for status in added.iter().chain(&self.remove).filter(|status| !settable.contains(status)) {
            findings.add(Refusal::new(Outcome::StatusNotSettable).at(Field::Status).value(status));
        }
    }

    /// Makes the change, and notes what cannot be made.
    pub(super) fn apply(&self, statuses: &mut Statuses, findings: &mut Findings) {
        for status in &self.remove {
            if !statuses.has(*status) {
                findings.add(Refusal::new(Outcome::NotSet).at(Field::Status).value(status));
            }
            statuses.unset(*status);
        }
        for (status, note) in &self.add {
            if statuses.has(*status) {
                findings.add(Refusal::new(Outcome::AlreadySet).at(Field::Status).value(status));
            }
            statuses.set(*status, note.clone());
        }
    }
}

/// Notes what stands in a list twice, or in both lists of an update.
pub(super) fn check_lists<T: PartialEq + Display>(
    field: Field,
    add: &[T],
    remove: &[T],
    findings: &mut Findings,
) {
    check_unique(field, add, findings);
    check_unique(field, remove, findings);
    for item in add.iter().filter(|item| remove.contains(item)) {
        findings.add(Refusal::new(Outcome::AddedAndRemoved).at(field).value(item));
    }
}

/// Notes what stands in a list twice.
pub(super) fn check_unique<T: PartialEq + Display>(field: Field, list: &[T], findings: &mut Findings) {
    for (index, item) in list.iter().enumerate() {
        if list[..index].contains(item) {
            findings.add(Refusal::new(Outcome::NamedTwice).at(field).value(item));
        }
    }
}

/// Changes a list, and notes what cannot be changed.
pub(super) fn change_list<T: PartialEq + Clone + Display>(
    list: &mut Vec<T>,
    add: &[T],
    remove: &[T],
    field: Field,
    findings: &mut Findings,
) {
    for item in remove {
        match list.iter().position(|present| present == item) {
            Some(index) => drop(list.remove(index)),
            None => findings.add(Refusal::new(Outcome::NotSet).at(field).value(item)),
        }
    }
    for item in add {
        if list.contains(item) {
            findings.add(Refusal::new(Outcome::AlreadySet).at(field).value(item));
        } else {
            list.push(item.clone());
        }
    }
}
