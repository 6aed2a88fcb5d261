//! What registries of one country ask of whoever holds a name.

use outcomes::{Field, Outcome};

use super::{ContactId, Details, Handle, Instant};
use crate::Refusal;

macro_rules! types {
    ($($(#[$doc:meta])* $name:ident = $code:literal),* $(,)?) => {
        /// What kind of person or organisation a registrant is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "UPPERCASE")]
        pub enum RegistrantType {
            $($(#[$doc])* $name),*
        }

        impl RegistrantType {
            /// Every type.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The code, as protocols write it.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code),*
                }
            }
        }
    };
}

types! {
    /// A limited company of the United Kingdom.
    Ltd = "LTD",
    /// A public limited company of the United Kingdom.
    Plc = "PLC",
    /// A partnership of the United Kingdom.
    Ptnr = "PTNR",
    /// A sole trader of the United Kingdom.
    Stra = "STRA",
    /// A limited liability partnership of the United Kingdom.
    Llp = "LLP",
    /// An industrial or provident registered company of the United Kingdom.
    Ip = "IP",
    /// An individual of the United Kingdom.
    Ind = "IND",
    /// A school of the United Kingdom.
    Sch = "SCH",
    /// A registered charity of the United Kingdom.
    Rchar = "RCHAR",
    /// A government body of the United Kingdom.
    Gov = "GOV",
    /// A corporation by Royal Charter.
    Crc = "CRC",
    /// A statutory body of the United Kingdom.
    Stat = "STAT",
    /// Another organisation of the United Kingdom.
    Other = "OTHER",
    /// An individual elsewhere.
    Find = "FIND",
    /// A corporation elsewhere.
    Fcorp = "FCORP",
    /// Another organisation elsewhere.
    Fother = "FOTHER",
    /// Nobody said.
    Unknown = "UNKNOWN",
}

impl RegistrantType {
    /// Whether it is a single human being.
    pub const fn is_individual(self) -> bool {
        matches!(self, Self::Ind | Self::Find)
    }

    /// Whether it has a number in a register of companies or charities.
    pub const fn is_registered(self) -> bool {
        matches!(self, Self::Ltd | Self::Plc | Self::Llp | Self::Ip | Self::Rchar)
    }

    /// Reads a code.
    ///
    /// # Errors
    /// `registrant_type_unknown`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let found = Self::ALL.iter().copied().find(|kind| kind.code() == text);
        found.ok_or_else(|| Refusal::new(Outcome::RegistrantTypeUnknown).at(Field::ContactType).value(text))
    }
}

/// A registrant as it was when something happened to its domains.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Holder {
    /// Its id.
    pub id: ContactId,
    /// Its handle.
    pub handle: Handle,
    /// When it was made.
    pub created_at: Instant,
    /// Name, address and the like.
    pub details: Details,
    /// Who sponsors it; unknown in notices that were written before this was kept, as what follows.
    #[serde(default)]
    pub sponsor: Option<String>,
    /// Who created it.
    #[serde(default)]
    pub creator: Option<String>,
    /// Who changed it last, and when. Its sponsor need not be behind that.
    #[serde(default)]
    pub updated: Option<(String, Instant)>,
}
