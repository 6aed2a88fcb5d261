//! What accounts hear of the privacy of their domains.

use super::Instant;

/// What becomes of the privacy of a domain as the years that are paid end.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum PrivacyNews {
    /// They end soon.
    Expiring {
        /// When.
        expires_at: Instant,
        /// Whether the server will renew it then.
        renews: bool,
    },
    /// It was renewed by the server.
    Renewed {
        /// When it ends now.
        expires_at: Instant,
    },
    /// It could not be renewed for lack of credit, and is tried again each day.
    Unpaid {
        /// When it ends unless it is paid.
        ends_at: Instant,
    },
    /// It ended.
    Ended,
}

impl PrivacyNews {
    /// The news of a domain as one English sentence.
    pub fn sentence(&self, name: &str) -> String {
        match self {
            Self::Expiring { expires_at, renews: true } => {
                format!("The privacy of {name} ends on {expires_at} and will be renewed by the server")
            }
            Self::Expiring { expires_at, renews: false } => {
                format!("The privacy of {name} ends on {expires_at} unless you renew it")
            }
            Self::Renewed { expires_at } => {
                format!("The privacy of {name} was renewed by the server until {expires_at}")
            }
            Self::Unpaid { ends_at } => {
                format!("The privacy of {name} was not renewed for lack of credit and will end on {ends_at}")
            }
            Self::Ended => format!("The privacy of {name} ended"),
        }
    }

    /// The event's name, as receivers know it.
    pub const fn event(&self) -> &'static str {
        match self {
            Self::Expiring { .. } => "privacy_expiring",
            Self::Renewed { .. } => "privacy_renewed",
            Self::Unpaid { .. } => "privacy_unpaid",
            Self::Ended => "privacy_ended",
        }
    }
}
