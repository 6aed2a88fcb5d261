use super::Result;
use crate::model::{ContactId, DomainId, DomainName, Instant};

/// Reads until when domains stay with their sponsors because their holders changed.
pub trait HolderLocks {
    /// Until when a domain stays; the moment may have passed.
    fn holder_lock(&self, domain: DomainId) -> Result<Option<Instant>>;
}

/// Writes it. It goes with the domain.
pub trait HolderLocksMut: HolderLocks {
    /// Keeps until when a domain stays, in the place of what was kept before.
    fn put_holder_lock(&self, domain: DomainId, until: Instant) -> Result<()>;

    /// The same for all domains of a zone that a contact is the registrant of. One statement for all.
    fn put_holder_locks(&self, registrant: ContactId, zone: &DomainName, until: Instant) -> Result<()>;
}
