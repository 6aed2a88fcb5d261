//! Transfers of objects to a new sponsor.

use super::{
    AccountId, Asked, ContactId, Delegation, DomainId, DomainName, Handle, Instant, ObjectId, RenewalMode,
    Role,
};

/// Where a transfer stands (`trStatus` of RFC 5730 section 2.9.3.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TransferState {
    /// Waits for the losing sponsor.
    Pending,
    /// The losing sponsor agreed.
    ClientApproved,
    /// The gaining sponsor withdrew.
    ClientCancelled,
    /// The losing sponsor refused.
    ClientRejected,
    /// The server decided for it, because its time was up.
    ServerApproved,
    /// The server decided against it.
    ServerCancelled,
}

impl TransferState {
    /// Whether the object has changed hands.
    pub const fn is_approved(self) -> bool {
        matches!(self, Self::ClientApproved | Self::ServerApproved)
    }

    /// Every state.
    pub const ALL: [Self; 6] = [
        Self::Pending,
        Self::ClientApproved,
        Self::ClientCancelled,
        Self::ClientRejected,
        Self::ServerApproved,
        Self::ServerCancelled,
    ];

    /// The name in the standard.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::ClientApproved => "clientApproved",
            Self::ClientCancelled => "clientCancelled",
            Self::ClientRejected => "clientRejected",
            Self::ServerApproved => "serverApproved",
            Self::ServerCancelled => "serverCancelled",
        }
    }

    /// The state with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// What becomes of a transfer whose losing sponsor does not answer in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeOut {
    /// The server approves it.
    #[default]
    Approve,
    /// The server cancels it.
    Cancel,
}

impl TimeOut {
    /// The name in policies and in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Cancel => "cancel",
        }
    }

    /// The one with a name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Approve, Self::Cancel].into_iter().find(|end| end.name() == name)
    }
}

/// The latest transfer of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// What is to change hands.
    pub object: ObjectId,
    /// Where it stands.
    pub state: TransferState,
    /// Who asked (the gaining sponsor).
    pub gaining: AccountId,
    /// When it was asked for.
    pub requested_at: Instant,
    /// Who has to answer (the losing sponsor).
    pub losing: AccountId,
    /// When it was answered or, while it is pending, when the server will decide.
    pub acts_at: Instant,
    /// How many years the transfer adds to a domain's registration.
    pub years: u8,
    /// When a domain will expire once transferred, if the transfer changes that.
    pub expires_at: Option<Instant>,
    /// The request, so that its end can name it.
    pub asked: Option<Asked>,
    /// Whether it was asked for without the authInfo, so that nobody but the losing sponsor can agree to it.
    pub needs_sponsor: bool,
    /// What a domain is to have once it has changed hands. Nothing is left of that when the transfer has ended.
    pub arrival: Arrival,
}

/// What a domain is to have from its transfer on, as the gaining sponsor wants it. What is not named stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrival {
    /// Contacts, in the place of all that the domain has in their roles.
    pub contacts: Vec<(Role, Handle)>,
    /// Name servers, in the place of all that it has.
    pub delegation: Option<Delegation>,
    /// What happens at its expiry.
    pub renewal: Option<RenewalMode>,
    /// Whether it is locked against further transfers.
    pub is_locked: bool,
}

impl Arrival {
    /// Whether nothing is wanted.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The contacts, as rules look them up.
    pub fn contacts(&self) -> Vec<(Role, &Handle)> {
        self.contacts.iter().map(|(role, handle)| (*role, handle)).collect()
    }

    /// Whether it names contacts of a role.
    pub fn names(&self, role: Role) -> bool {
        self.contacts.iter().any(|(named, _)| *named == role)
    }
}

/// An object by the name its protocol knows it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObjectName {
    /// A domain.
    Domain(DomainId, DomainName),
    /// A contact.
    Contact(ContactId, Handle),
}
