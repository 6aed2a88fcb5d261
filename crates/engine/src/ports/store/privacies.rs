use super::Result;
use crate::model::{DomainId, Privacy};

/// Reads the privacy of domains.
pub trait Privacies {
    /// That of a domain.
    fn privacy(&self, domain: DomainId) -> Result<Option<Privacy>>;

    /// Those of some domains, by the ids of these. As few statements as the database allows.
    fn privacies(&self, domains: &[DomainId]) -> Result<Vec<Privacy>>;
}

/// Writes it. It goes with its domain.
pub trait PrivaciesMut: Privacies {
    /// Keeps that of a domain, in the place of what was kept before.
    fn put_privacy(&self, privacy: &Privacy) -> Result<()>;

    /// Removes that of a domain, which is known to be there.
    fn delete_privacy(&self, domain: DomainId) -> Result<()>;
}
