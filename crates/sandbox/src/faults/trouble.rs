use engine::ports::Port;
use engine::{Fault, FaultKind};
use serde::{Deserialize, Serialize};

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Trouble {
    /// It cannot be reached, or is too busy. Nothing was changed.
    Unavailable,
    /// It does not answer in time.
    Timeout,
    /// It has no room left. Nothing was changed.
    Full,
    /// It stopped for good, as after a failed sync.
    Stopped,
    /// The result of the commit never came: the change is made, or not.
    Unknown,
    /// A bug, or data that should not be there.
    Internal,
    /// It is reached and says no.
    Refused,
    /// The work itself panics, in the middle of its transaction.
    Panic,
}

impl Trouble {
    /// Every trouble.
    pub const ALL: [Self; 8] = [
        Self::Unavailable,
        Self::Timeout,
        Self::Full,
        Self::Stopped,
        Self::Unknown,
        Self::Internal,
        Self::Refused,
        Self::Panic,
    ];

    /// The trouble's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unavailable => "unavailable",
            Self::Timeout => "timeout",
            Self::Full => "full",
            Self::Stopped => "stopped",
            Self::Unknown => "unknown",
            Self::Internal => "internal",
            Self::Refused => "refused",
            Self::Panic => "panic",
        }
    }

    /// The trouble with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|trouble| trouble.name() == name)
    }

    /// What can go wrong at a port.
    pub const fn at(port: Port) -> &'static [Self] {
        match port {
            Port::Store => &[
                Self::Unavailable,
                Self::Timeout,
                Self::Full,
                Self::Stopped,
                Self::Unknown,
                Self::Internal,
                Self::Panic,
            ],
            Port::Ledger | Port::Prices | Port::Invoices | Port::NameServers => {
                &[Self::Unavailable, Self::Timeout, Self::Internal]
            }
            Port::CsrParser => &[Self::Unavailable, Self::Timeout, Self::Internal],
            Port::Registry | Port::Mail | Port::Primaries | Port::Protection | Port::CertificateAuthority => {
                &[Self::Unavailable, Self::Timeout, Self::Refused, Self::Internal]
            }
        }
    }

    /// The fault that a port's caller meets.
    pub(super) fn fault(self, port: Port, order: &str) -> Fault {
        let kind = match (self, port) {
            (Self::Unavailable | Self::Full, Port::Store) => FaultKind::StoreBusy,
            (Self::Stopped, _) => FaultKind::StoreStopped,
            (Self::Unknown, _) => FaultKind::OutcomeUnknown,
            (Self::Internal, _) => FaultKind::Internal,
            (Self::Panic, _) => FaultKind::Panicked,
            (Self::Timeout, port) => FaultKind::TimedOut(port),
            (Self::Refused, port) => FaultKind::Refused(port),
            (Self::Unavailable | Self::Full, port) => FaultKind::Unavailable(port),
        };
        Fault::new(kind, format_args!("ordered by {order}: {} at {}", self.name(), port.name()))
    }
}
