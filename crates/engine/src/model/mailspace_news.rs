//! What accounts hear of mailspaces.

use super::Instant;

/// What became of a mailspace at the end of its term.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum MailspaceNews {
    /// It was renewed by the server.
    Renewed {
        /// When its term ends now.
        paid_until: Instant,
    },
    /// It was not renewed, and is disabled.
    Unpaid {
        /// When it ends unless it is renewed.
        ends_at: Instant,
    },
    /// It ended, with all that was in it.
    Ended,
}

impl MailspaceNews {
    /// The news of a mailspace as one English sentence.
    pub fn sentence(&self, name: &str) -> String {
        match self {
            Self::Renewed { paid_until } => {
                format!("Mailspace {name} was renewed by the server until {paid_until}")
            }
            Self::Unpaid { ends_at } => {
                format!("Mailspace {name} is disabled, because it is not paid, and will end on {ends_at}")
            }
            Self::Ended => format!("Mailspace {name} ended, with all that was in it"),
        }
    }

    /// The event's name, as receivers know it.
    pub const fn event(&self) -> &'static str {
        match self {
            Self::Renewed { .. } => "mailspace_renewed",
            Self::Unpaid { .. } => "mailspace_unpaid",
            Self::Ended => "mailspace_ended",
        }
    }
}
