//! What accounts hear of certificates.

use crate::model::Instant;

/// What happened to an order of a certificate.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum CertificateNews {
    /// It is issued.
    Issued {
        /// When it ends.
        expires_at: Instant,
    },
    /// The authority would not issue it.
    Rejected {
        /// What the authority said.
        reason: String,
        /// Whether the payment was given back; if not, it is on record as owed.
        repaid: bool,
    },
    /// It was given up before it was issued.
    Cancelled {
        /// Why, if the account did not want that itself.
        reason: Option<String>,
        /// Whether the payment was given back; if not, it is on record as owed.
        repaid: bool,
    },
    /// It was revoked.
    Revoked,
    /// The authority would not revoke it: it is good as before.
    RevocationRefused {
        /// What the authority said.
        reason: String,
    },
    /// It ends soon.
    Expiring {
        /// When.
        expires_at: Instant,
    },
    /// It ended.
    Expired,
}

impl CertificateNews {
    /// The news of a certificate for a name as one English sentence.
    pub fn sentence(&self, name: &str) -> String {
        let end = |repaid: &bool| if *repaid { "was given back" } else { "is still to be given back" };
        match self {
            Self::Issued { expires_at } => {
                format!("The certificate for {name} is issued and good until {expires_at}")
            }
            Self::Rejected { reason, repaid } => {
                format!("The certificate for {name} was refused: {reason}; the payment {}", end(repaid))
            }
            Self::Cancelled { reason, repaid } => {
                let why = reason.as_ref().map_or_else(String::new, |reason| format!(": {reason}"));
                format!(
                    "The order of a certificate for {name} was cancelled{why}; the payment {}",
                    end(repaid)
                )
            }
            Self::Revoked => format!("The certificate for {name} is revoked"),
            Self::RevocationRefused { reason } => {
                format!("The certificate for {name} was not revoked: {reason}")
            }
            Self::Expiring { expires_at } => format!("The certificate for {name} ends on {expires_at}"),
            Self::Expired => format!("The certificate for {name} ended"),
        }
    }

    /// The event's name, as receivers know it.
    pub const fn event(&self) -> &'static str {
        match self {
            Self::Issued { .. } => "certificate_issued",
            Self::Rejected { .. } => "certificate_rejected",
            Self::Cancelled { .. } => "certificate_cancelled",
            Self::Revoked => "certificate_revoked",
            Self::RevocationRefused { .. } => "certificate_revocation_refused",
            Self::Expiring { .. } => "certificate_expiring",
            Self::Expired => "certificate_expired",
        }
    }
}
