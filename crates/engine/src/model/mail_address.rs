//! E-mail addresses for which mail is taken here.

use std::fmt;

use super::{
    AccountId, DomainName, Email, Instant, MailAddressId, MailboxId, MailboxName, MailspaceId, MailspaceName,
};

/// An address for which mail is taken. There is one of its name in the system, and it is used in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailAddress {
    /// Its id. It stays used in the way in which it was used first.
    pub id: MailAddressId,
    /// The address in its canonical form.
    pub address: Email,
    /// Whose it is.
    pub account: AccountId,
    /// When it was added.
    pub added_at: Instant,
    /// What becomes of its mail.
    pub usage: MailUsage,
}

impl MailAddress {
    /// The name behind the `@`.
    pub fn domain(&self) -> DomainName {
        self.address.domain()
    }
}

/// What becomes of mail to an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailUsage {
    /// It comes into a mailbox.
    Hosted {
        /// The mailspace, to which all addresses of the same domain belong.
        mailspace: MailspaceId,
        /// The mailbox in it.
        mailbox: MailboxId,
        /// The password with which the mail is fetched.
        password: MailPassword,
    },
    /// It is sent on.
    Forwarded,
}

/// A hosted address with the names of where it lies, as it is shown: without its password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedMailAddress {
    /// The address.
    pub address: Email,
    /// When it was added.
    pub added_at: Instant,
    /// The name of its mailbox.
    pub mailbox: MailboxName,
    /// The name of its mailspace.
    pub mailspace: MailspaceName,
}

/// The hash of an address's password. It does not print.
#[derive(Clone, PartialEq, Eq)]
pub struct MailPassword(Box<str>);

impl MailPassword {
    /// A hash that was made, or comes back from the store.
    pub fn from_hash(hash: String) -> Self {
        Self(hash.into())
    }

    /// The hash.
    pub fn hash(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for MailPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MailPassword(***)")
    }
}
