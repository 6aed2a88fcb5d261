//! Statuses of objects (RFC 5731 to 5733, section 2.3 or 2.2 each) and what each prohibits.

use std::fmt;

/// A status by its name in the standard. One list serves domains, contacts and hosts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)] // the names are those of the RFCs
pub enum Status {
    ClientDeleteProhibited,
    ClientHold,
    ClientRenewProhibited,
    ClientTransferProhibited,
    ClientUpdateProhibited,
    ServerDeleteProhibited,
    ServerHold,
    ServerRenewProhibited,
    ServerTransferProhibited,
    ServerUpdateProhibited,
    PendingCreate,
    PendingDelete,
    PendingRenew,
    PendingTransfer,
    PendingUpdate,
    /// Never stored: a domain without delegation.
    Inactive,
    /// Never stored: a contact or host that a domain uses.
    Linked,
    /// Never stored: nothing else to report.
    Ok,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 18] = [
        Self::ClientDeleteProhibited,
        Self::ClientHold,
        Self::ClientRenewProhibited,
        Self::ClientTransferProhibited,
        Self::ClientUpdateProhibited,
        Self::ServerDeleteProhibited,
        Self::ServerHold,
        Self::ServerRenewProhibited,
        Self::ServerTransferProhibited,
        Self::ServerUpdateProhibited,
        Self::PendingCreate,
        Self::PendingDelete,
        Self::PendingRenew,
        Self::PendingTransfer,
        Self::PendingUpdate,
        Self::Inactive,
        Self::Linked,
        Self::Ok,
    ];

    /// The name in the standard.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ClientDeleteProhibited => "clientDeleteProhibited",
            Self::ClientHold => "clientHold",
            Self::ClientRenewProhibited => "clientRenewProhibited",
            Self::ClientTransferProhibited => "clientTransferProhibited",
            Self::ClientUpdateProhibited => "clientUpdateProhibited",
            Self::ServerDeleteProhibited => "serverDeleteProhibited",
            Self::ServerHold => "serverHold",
            Self::ServerRenewProhibited => "serverRenewProhibited",
            Self::ServerTransferProhibited => "serverTransferProhibited",
            Self::ServerUpdateProhibited => "serverUpdateProhibited",
            Self::PendingCreate => "pendingCreate",
            Self::PendingDelete => "pendingDelete",
            Self::PendingRenew => "pendingRenew",
            Self::PendingTransfer => "pendingTransfer",
            Self::PendingUpdate => "pendingUpdate",
            Self::Inactive => "inactive",
            Self::Linked => "linked",
            Self::Ok => "ok",
        }
    }

    /// The status with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Whether a client may set and remove it. All others belong to the server.
    pub const fn is_client_settable(self) -> bool {
        (self as u8) <= Self::ClientUpdateProhibited as u8
    }

    const fn bit(self) -> u32 {
        1 << self as u8
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What prohibits each operation: the statuses, in the order in which they are reported.
impl Status {
    /// Statuses under which nothing but a query is possible.
    pub const PENDING: &'static [Self] = &[
        Self::PendingCreate,
        Self::PendingDelete,
        Self::PendingRenew,
        Self::PendingTransfer,
        Self::PendingUpdate,
    ];
    /// Statuses that keep an object from being deleted.
    pub const BARS_DELETE: &'static [Self] = &[Self::ClientDeleteProhibited, Self::ServerDeleteProhibited];
    /// Statuses that keep a domain from being renewed.
    pub const BARS_RENEW: &'static [Self] = &[Self::ClientRenewProhibited, Self::ServerRenewProhibited];
    /// Statuses that keep a transfer from being requested.
    pub const BARS_TRANSFER: &'static [Self] =
        &[Self::ClientTransferProhibited, Self::ServerTransferProhibited];
    /// Statuses that keep an object from being changed.
    pub const BARS_UPDATE: &'static [Self] = &[Self::ClientUpdateProhibited, Self::ServerUpdateProhibited];
}

/// What a client wrote beside a status: text for people, and its language.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct StatusNote {
    /// Language tag; `en` unless said otherwise.
    pub language: String,
    /// The text.
    pub text: String,
}

/// The statuses stored with an object, each with its note if it has one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statuses {
    bits: u32,
    notes: Vec<(Status, StatusNote)>,
}

impl Statuses {
    /// Whether a status is set.
    pub const fn has(&self, status: Status) -> bool {
        self.bits & status.bit() != 0
    }

    /// The first of `list` that is set.
    pub fn first_of(&self, list: &[Status]) -> Option<Status> {
        list.iter().copied().find(|status| self.has(*status))
    }

    /// Sets a status, with or without a note.
    pub fn set(&mut self, status: Status, note: Option<StatusNote>) {
        self.unset(status);
        self.bits |= status.bit();
        self.notes.extend(note.map(|note| (status, note)));
    }

    /// Removes a status and its note.
    pub fn unset(&mut self, status: Status) {
        self.bits &= !status.bit();
        self.notes.retain(|(noted, _)| *noted != status);
    }

    /// Whether none is set.
    pub const fn is_empty(&self) -> bool {
        self.bits == 0
    }

    /// Those set, in a fixed order.
    pub fn iter(&self) -> impl Iterator<Item = Status> + '_ {
        Status::ALL.into_iter().filter(|status| self.has(*status))
    }

    /// The note beside a status.
    pub fn note(&self, status: Status) -> Option<&StatusNote> {
        self.notes.iter().find(|(noted, _)| *noted == status).map(|(_, note)| note)
    }

    /// All notes, for the store.
    pub fn notes(&self) -> &[(Status, StatusNote)] {
        &self.notes
    }

    /// The set as a number, for the store.
    pub const fn bits(&self) -> u32 {
        self.bits
    }

    /// A set that comes back from the store.
    pub const fn from_store(bits: u32, notes: Vec<(Status, StatusNote)>) -> Self {
        Self { bits, notes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_go_with_their_status() {
        let mut statuses = Statuses::default();
        let note = StatusNote { language: "en".into(), text: "unpaid".into() };
        statuses.set(Status::ClientHold, Some(note.clone()));
        assert_eq!(statuses.note(Status::ClientHold), Some(&note));
        statuses.unset(Status::ClientHold);
        assert!(statuses.is_empty() && statuses.note(Status::ClientHold).is_none());
    }

    #[test]
    fn clients_set_only_client_statuses() {
        for status in Status::ALL {
            assert_eq!(status.is_client_settable(), status.name().starts_with("client"), "{status}");
            assert_eq!(Status::parse(status.name()), Some(status));
        }
    }
}
