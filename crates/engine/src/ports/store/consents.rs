use super::Result;
use crate::model::{Consent, DomainId, OperationId};

/// Reads who agreed to the registry's rules.
pub trait Consents {
    /// Who agreed in requests for a domain, oldest first.
    fn consents_of(&self, domain: DomainId) -> Result<Vec<(OperationId, Consent)>>;
}

/// Writes who agreed to the registry's rules.
pub trait ConsentsMut: Consents {
    /// Keeps who agreed in a request. It stays when the domain goes.
    fn put_consent(&self, operation: OperationId, domain: DomainId, consent: &Consent) -> Result<()>;
}
