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
    /// The news of a name as one English sentence. It calls a protection service a service: some clients take an answer
    /// with the longer word for the page of a firewall, and would never get past the notice.
    pub fn sentence(&self, name: &str) -> String {
        match self {
            Self::SetUp { expires_at, dns_set: true } => format!("{name} is protected until {expires_at}"),
            Self::SetUp { expires_at, dns_set: false } => {
                format!("{name} is protected until {expires_at} as soon as its DNS points to the network")
            }
            Self::Cancelled { repaid: true } => {
                format!("The service for {name} was not set up, and the payment was given back")
            }
            Self::Cancelled { repaid: false } => {
                format!("The service for {name} was not set up, and the payment is still to be given back")
            }
            Self::Renewed { expires_at } => {
                format!("The service for {name} was renewed by the server until {expires_at}")
            }
            Self::Unpaid { ends_at } => {
                format!("The service for {name} was not renewed for lack of credit and will end on {ends_at}")
            }
            Self::Ended => format!("The service for {name} ended"),
            Self::Invitation { host } => format!("Account {host} invites you to its service for {name}"),
            Self::InvitationAnswered { guest, accepted: true } => {
                format!("Account {guest} shares the service for {name} from now on")
            }
            Self::InvitationAnswered { guest, accepted: false } => {
                format!("Account {guest} declined to share the service for {name}")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sentence_has_the_word_that_clients_take_for_a_block_page() {
        let at = Instant::parse("2027-03-01T12:00:00Z").unwrap();
        let who = || "BRAVO".to_owned();
        let all = [
            ProtectionNews::SetUp { expires_at: at, dns_set: true },
            ProtectionNews::SetUp { expires_at: at, dns_set: false },
            ProtectionNews::Cancelled { repaid: true },
            ProtectionNews::Cancelled { repaid: false },
            ProtectionNews::Renewed { expires_at: at },
            ProtectionNews::Unpaid { ends_at: at },
            ProtectionNews::Ended,
            ProtectionNews::Invitation { host: who() },
            ProtectionNews::InvitationAnswered { guest: who(), accepted: true },
            ProtectionNews::InvitationAnswered { guest: who(), accepted: false },
        ];
        for news in all {
            let sentence = news.sentence("shop.test");
            assert!(!sentence.to_lowercase().contains("protection"), "{sentence}");
        }
    }
}
