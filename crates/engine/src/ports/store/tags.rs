use super::{Inserted, Result};
use crate::model::{AccountId, Domain, DomainId, HandshakeCase, HandshakeId, Instant, RegistrarTag};

/// Reads what registrars want of releases, releases that wait, and what registrars took back.
pub trait Tags {
    /// What a registrar wants of releases; the default if it never said.
    fn tag(&self, account: AccountId) -> Result<RegistrarTag>;

    /// A release that waits.
    fn handshake(&self, id: HandshakeId) -> Result<Option<HandshakeCase>>;

    /// The domains of a release that waits, by id.
    fn handshake_domains(&self, id: HandshakeId) -> Result<Vec<Domain>>;

    /// Which of some domains wait for an answer. As few statements as the database allows.
    fn waiting_domains(&self, ids: &[DomainId]) -> Result<Vec<DomainId>>;

    /// How many registrations an account took back in the month that began then.
    fn deletions(&self, account: AccountId, month: Instant) -> Result<u32>;
}

/// Writes them.
pub trait TagsMut: Tags {
    /// Keeps what a registrar wants.
    fn put_tag(&self, account: AccountId, tag: &RegistrarTag) -> Result<()>;

    /// Adds a release that waits, unless one of its domains waits already.
    fn insert_handshake(&self, case: &HandshakeCase, domains: &[DomainId]) -> Result<Inserted>;

    /// Removes a release that is answered.
    fn remove_handshake(&self, id: HandshakeId) -> Result<()>;

    /// Counts a registration that an account took back.
    fn count_deletion(&self, account: AccountId, month: Instant) -> Result<()>;
}
