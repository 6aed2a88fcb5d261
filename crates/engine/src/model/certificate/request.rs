//! What is to be certified.

use super::{CertificateName, Csr};
use crate::model::{Details, Handle};

/// What an account wants certified: a key, names, and who is behind them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CertificateRequest {
    /// The key, and whoever has it.
    pub csr: Csr,
    /// The names the certificate is to be good for, the common name first, each once.
    pub names: Vec<CertificateName>,
    /// Whom the authority can turn to.
    pub contacts: Vec<CertificateContact>,
    /// The kind of server it is for, in the client's words.
    pub web_server: Option<String>,
}

impl CertificateRequest {
    /// The contact in a role.
    pub fn contact(&self, role: CertificateRole) -> Option<&CertificateContact> {
        self.contacts.iter().find(|contact| contact.role == role)
    }
}

/// Somebody the authority can turn to, as the contact was when the certificate was asked for.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CertificateContact {
    /// What for.
    pub role: CertificateRole,
    /// The contact object it was taken from, if it was.
    pub handle: Option<Handle>,
    /// Name, address and the like.
    pub details: Details,
}

/// What somebody is for a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)] // the names say it
pub enum CertificateRole {
    Owner,
    Admin,
    Tech,
    Billing,
}

impl CertificateRole {
    /// The role's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Admin => "admin",
            Self::Tech => "tech",
            Self::Billing => "billing",
        }
    }
}
