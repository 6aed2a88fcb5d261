//! How a domain stands, in the words of this protocol.

use engine::model::{Domain, Instant};
use engine::ops::domain::ListState;

/// How a domain of the account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Registered.
    Registered,
    /// Past its expiry; it can be renewed.
    Expired,
    /// Deleted; it can be restored.
    Redeemable,
    /// Deleted, and not to be had back.
    Deleted,
}

impl Standing {
    /// Clients choose by this word how a domain is renewed.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Registered => "Registered",
            Self::Expired => "Expired",
            Self::Redeemable => "RGP",
            Self::Deleted => "Extended RGP",
        }
    }
}

/// How a domain stands at a moment.
pub(super) fn of(domain: &Domain, now: Instant) -> Standing {
    match &domain.redemption {
        Some(redemption) if now < redemption.redeemable_until => Standing::Redeemable,
        Some(_) => Standing::Deleted,
        None if domain.expires_at <= now => Standing::Expired,
        None => Standing::Registered,
    }
}

/// The same of a domain in a list.
pub(super) fn in_list(domain: &Domain, state: ListState, now: Instant) -> Standing {
    match state {
        ListState::Expired => Standing::Expired,
        ListState::Active | ListState::Held | ListState::Deleted | ListState::Arriving => of(domain, now),
    }
}
