//! Where an order of a certificate stands.

/// What an order asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateOrderKind {
    /// A certificate that was not there before.
    First,
    /// Another term for one that is there.
    Renewal,
    /// The same certificate with another key, for the rest of its term.
    Reissue,
}

impl CertificateOrderKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::First, Self::Renewal, Self::Reissue];

    /// The name used in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Renewal => "renewal",
            Self::Reissue => "reissue",
        }
    }

    /// The kind with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Where an order stands.
///
/// ```text
///   awaiting_configuration ──submitted──> awaiting_approval ──control of each name shown──> processing
///            │                                   │                                       │    │    │
///            │ cancelled                         │ cancelled, or not shown in time       │    │    │ cancelled, or
///            v                                   v                                       │    │    │ no answer for long
///        cancelled                           cancelled            rejected <──refused────┘    │    v
///                                                                                   issued <──┘  withdrawing
///   issued ──term over──> expired     issued ──reissue issued──> replaced            ^             │     │
///   issued ──revoke, cancel──> revoking ──done──> revoked          issued meanwhile ─┴─────────────┘     v
///   awaiting_approval ──taken back──> awaiting_configuration                                         cancelled
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CertificateState {
    /// Paid; what is to be certified was not submitted yet.
    AwaitingConfiguration,
    /// Submitted; control of some name is still to be shown.
    AwaitingApproval,
    /// The authority is asked to issue it.
    Processing,
    /// It is issued, and good.
    Issued,
    /// The authority is asked to give it up before it is issued.
    Withdrawing,
    /// The authority is asked to revoke it.
    Revoking,
    /// The authority would not issue it.
    Rejected,
    /// It was given up before it was issued.
    Cancelled,
    /// It was revoked.
    Revoked,
    /// Its term is over.
    Expired,
    /// It was issued again with another key.
    Replaced,
}

impl CertificateState {
    /// Every state.
    pub const ALL: [Self; 11] = [
        Self::AwaitingConfiguration,
        Self::AwaitingApproval,
        Self::Processing,
        Self::Issued,
        Self::Withdrawing,
        Self::Revoking,
        Self::Rejected,
        Self::Cancelled,
        Self::Revoked,
        Self::Expired,
        Self::Replaced,
    ];

    /// The name used in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AwaitingConfiguration => "awaiting_configuration",
            Self::AwaitingApproval => "awaiting_approval",
            Self::Processing => "processing",
            Self::Issued => "issued",
            Self::Withdrawing => "withdrawing",
            Self::Revoking => "revoking",
            Self::Rejected => "rejected",
            Self::Cancelled => "cancelled",
            Self::Revoked => "revoked",
            Self::Expired => "expired",
            Self::Replaced => "replaced",
        }
    }

    /// The state with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether the authority has something to do for it.
    pub const fn waits_for_the_authority(self) -> bool {
        matches!(self, Self::Processing | Self::Withdrawing | Self::Revoking)
    }

    /// Whether nothing will become of the order any more.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Rejected | Self::Cancelled | Self::Revoked | Self::Expired | Self::Replaced)
    }
}
