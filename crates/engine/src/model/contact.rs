//! Contacts.

use super::{
    AccountId, AuthInfoDigest, ContactId, Details, DomainId, DomainName, Handle, Instant, Role, Statuses,
};

/// A contact: one record, whatever protocol made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Its id, never used again.
    pub id: ContactId,
    /// The id the client chose.
    pub handle: Handle,
    /// Who may change it.
    pub sponsor: AccountId,
    /// Who created it.
    pub creator: AccountId,
    /// When it was created.
    pub created_at: Instant,
    /// Who changed it last.
    pub updater: Option<AccountId>,
    /// When it was changed last.
    pub updated_at: Option<Instant>,
    /// When it last came to a new sponsor.
    pub transferred_at: Option<Instant>,
    /// Statuses that are stored; `ok` and `linked` are computed.
    pub statuses: Statuses,
    /// What is kept of the authInfo, if one is set.
    pub authinfo: Option<AuthInfoDigest>,
    /// Name, address and the like.
    pub details: Details,
}

impl Contact {
    /// Notes which client changed it, and when. What the server does by itself is no client's change.
    pub fn touch(&mut self, by: AccountId, at: Instant) {
        if by != AccountId::SERVER {
            (self.updater, self.updated_at) = (Some(by), Some(at));
        }
    }
}

/// What a contact is for a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactUse {
    /// The domain.
    pub domain: DomainId,
    /// Its name.
    pub name: DomainName,
    /// What the contact is for it.
    pub role: Role,
}
