//! How control of a name is shown (CA/Browser Forum, Baseline Requirements, section 3.2.2.4).

use super::CertificateName;
use crate::model::{AuthInfoDigest, Email, Instant};

/// A way in which control of a name is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ControlMethod {
    /// Whoever reads the mail of an address that stands for the name agrees.
    Email,
    /// A record is published in the DNS of the name.
    Dns,
    /// A file is published on the web server of the name.
    File,
}

impl ControlMethod {
    /// Every method.
    pub const ALL: [Self; 3] = [Self::Email, Self::Dns, Self::File];

    /// The method's name, as protocols write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Email => "EMAIL",
            Self::Dns => "DNS",
            Self::File => "FILE",
        }
    }

    /// The method with a name, in either case.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name().eq_ignore_ascii_case(name))
    }
}

/// Control of one name, shown or to be shown.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Control {
    /// The name.
    pub name: CertificateName,
    /// What shows it.
    pub proof: ControlProof,
    /// When it was shown.
    pub shown_at: Option<Instant>,
}

/// What shows control of a name.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "method", rename_all = "lowercase")]
pub enum ControlProof {
    /// Somebody presents the key that was in a letter.
    Email {
        /// To whom the letter goes.
        approver: Email,
        /// What is kept of the key in the last letter.
        key: AuthInfoDigest,
        /// When that letter was written.
        mailed_at: Instant,
    },
    /// A TXT record.
    Dns {
        /// Its text.
        token: String,
    },
    /// A file.
    File {
        /// What is in it.
        token: String,
    },
}

impl ControlProof {
    /// The method.
    pub const fn method(&self) -> ControlMethod {
        match self {
            Self::Email { .. } => ControlMethod::Email,
            Self::Dns { .. } => ControlMethod::Dns,
            Self::File { .. } => ControlMethod::File,
        }
    }

    /// What has to be published; nothing where a letter is answered.
    pub fn token(&self) -> Option<&str> {
        match self {
            Self::Email { .. } => None,
            Self::Dns { token } | Self::File { token } => Some(token),
        }
    }
}

impl Control {
    /// The label before the domain at which a record is published.
    pub const DNS_LABEL: &'static str = "_pki-validation";
    /// The path under the domain at which a file is published (RFC 8615).
    pub const FILE_PATH: &'static str = "/.well-known/pki-validation/chancery.txt";

    /// Where a record or file has to be published, by its method; `None` where a letter is answered.
    pub fn place(&self) -> Option<String> {
        let domain = self.name.domain();
        match self.proof {
            ControlProof::Email { .. } => None,
            ControlProof::Dns { .. } => Some(format!("{}.{domain}", Self::DNS_LABEL)),
            ControlProof::File { .. } => Some(format!("http://{domain}{}", Self::FILE_PATH)),
        }
    }
}
