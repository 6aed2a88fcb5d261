use crate::{
    model::{Domain, Instant},
    policy::Zone,
};

/// Where a registration stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Paid for.
    Registered,
    /// Past its expiry and still in the DNS; it can be renewed.
    Expired,
    /// Past its expiry and out of the DNS; it can be renewed.
    Suspended,
    /// Deleted; it can be restored.
    Redemption,
    /// A restoration waits for its report.
    PendingRestore,
    /// Deleted for good; the name waits for its release.
    PendingDelete,
}

impl Phase {
    /// The phase of a domain at a moment.
    pub fn of(domain: &Domain, zone: &Zone, now: Instant) -> Self {
        match &domain.redemption {
            Some(redemption) if redemption.restore_requested_at.is_some() => Self::PendingRestore,
            Some(redemption) if now < redemption.redeemable_until => Self::Redemption,
            Some(_) => Self::PendingDelete,
            None if now < domain.expires_at => Self::Registered,
            None if now < domain.expires_at.plus_days(zone.expiry.suspend_days.into()) => Self::Expired,
            None => Self::Suspended,
        }
    }

    /// The phase's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Expired => "expired",
            Self::Suspended => "suspended",
            Self::Redemption => "redemption",
            Self::PendingRestore => "pending restore",
            Self::PendingDelete => "pending delete",
        }
    }

    /// Whether the name is in the DNS, its holds aside.
    pub const fn is_published(self) -> bool {
        matches!(self, Self::Registered | Self::Expired)
    }
}
