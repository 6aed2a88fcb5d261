//! Contacts.

use super::{
    AccountId, AuthInfoDigest, ContactId, Email, Handle, Instant, Phone, Postal, PostalKind, Statuses,
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

/// What a contact says about a person or organisation.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Details {
    /// One or two addresses, at most one of each kind.
    pub postal: Vec<Postal>,
    /// Telephone.
    pub voice: Option<Phone>,
    /// Telefax.
    pub fax: Option<Phone>,
    /// E-mail.
    pub email: Email,
    /// What the client asked to be shown or hidden.
    pub disclosure: Option<Disclosure>,
}

impl Details {
    /// The address of a kind.
    pub fn postal(&self, kind: PostalKind) -> Option<&Postal> {
        self.postal.iter().find(|postal| postal.kind == kind)
    }
}

/// A client's wish about disclosure (RFC 5733 section 2.9): the named elements are exceptions to the server's policy.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Disclosure {
    /// Whether the named elements may be shown.
    pub show: bool,
    /// The elements, as the standard names them, with the address kind where there is one: `name/int`, `voice`.
    pub elements: Vec<String>,
}
