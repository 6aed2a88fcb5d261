//! What accounts hear of protection services.

use super::Instant;

/// What happened to a protection service.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum ProtectionNews {
    /// It is set up.
    SetUp {
        /// When its term ends.
        expires_at: Instant,
        /// Whether the name's DNS was pointed to the network.
        dns_set: bool,
    },
    /// It could not be set up after it was paid for.
    Cancelled {
        /// Whether the payment was given back; if not, it is on record as owed.
        repaid: bool,
    },
    /// It was renewed by the server.
    Renewed {
        /// When its term ends now.
        expires_at: Instant,
    },
    /// It could not be renewed for lack of credit.
    Unpaid {
        /// When it ends unless it is paid.
        ends_at: Instant,
    },
    /// It ended.
    Ended,
    /// The account is invited to share it.
    Invitation {
        /// Who invited.
        host: String,
    },
    /// An invitation to share it was answered.
    InvitationAnswered {
        /// Who answered.
        guest: String,
        /// Whether it accepted.
        accepted: bool,
    },
}

impl ProtectionNews {
    /// The news of a name as one English sentence.
    pub fn sentence(&self, name: &str) -> String {
        match self {
            Self::SetUp { expires_at, dns_set: true } => format!("{name} is protected until {expires_at}"),
            Self::SetUp { expires_at, dns_set: false } => {
                format!("{name} is protected until {expires_at} as soon as its DNS points to the network")
            }
            Self::Cancelled { repaid: true } => {
                format!("The protection of {name} was not set up, and the payment was given back")
            }
            Self::Cancelled { repaid: false } => {
                format!("The protection of {name} was not set up, and the payment is still to be given back")
            }
            Self::Renewed { expires_at } => {
                format!("The protection of {name} was renewed by the server until {expires_at}")
            }
            Self::Unpaid { ends_at } => {
                format!(
                    "The protection of {name} was not renewed for lack of credit and will end on {ends_at}"
                )
            }
            Self::Ended => format!("The protection of {name} ended"),
            Self::Invitation { host } => format!("Account {host} invites you to its protection of {name}"),
            Self::InvitationAnswered { guest, accepted: true } => {
                format!("Account {guest} shares the protection of {name} from now on")
            }
            Self::InvitationAnswered { guest, accepted: false } => {
                format!("Account {guest} declined to share the protection of {name}")
            }
        }
    }

    /// The event's name, as receivers know it.
    pub const fn event(&self) -> &'static str {
        match self {
            Self::SetUp { .. } => "protection_set_up",
            Self::Cancelled { .. } => "protection_cancelled",
            Self::Renewed { .. } => "protection_renewed",
            Self::Unpaid { .. } => "protection_unpaid",
            Self::Ended => "protection_ended",
            Self::Invitation { .. } => "protection_invitation",
            Self::InvitationAnswered { .. } => "protection_invitation_answered",
        }
    }
}
