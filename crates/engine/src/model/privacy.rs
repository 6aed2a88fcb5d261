//! Privacy: the public sees a stand-in in the place of the people of a domain.

use super::{DomainId, Instant};

/// The service for a domain, which is bought for years. A domain has it once, and takes it along when it changes hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Privacy {
    /// The domain.
    pub domain: DomainId,
    /// When it was bought.
    pub bought_at: Instant,
    /// When the years that are paid end.
    pub expires_at: Instant,
    /// Whether the stand-in is shown.
    pub is_enabled: bool,
    /// Whether the server renews it at its end.
    pub renews: bool,
}
