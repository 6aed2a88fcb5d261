//! Having wrong data of a registrant corrected.

use super::{Details, Instant};

/// What the registry does about wrong data of a registrant: its registrar has some time to correct them, then its domains
/// leave the DNS, and at last they are cancelled.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DataQuality {
    /// What is wrong.
    pub fault: DataFault,
    /// The same in words.
    pub reason: String,
    /// What it said then: what is still the same is not corrected.
    pub disputed: Box<Details>,
    /// When it began.
    pub commenced_at: Instant,
    /// When the domains leave the DNS.
    pub suspends_at: Instant,
    /// When the domains are cancelled.
    pub cancels_at: Instant,
    /// Whether they have left it.
    pub is_suspended: bool,
}

impl DataQuality {
    /// When the next thing happens.
    pub fn next_at(&self) -> Instant {
        if self.is_suspended { self.cancels_at } else { self.suspends_at }
    }

    /// Whether what was wrong says something else now.
    pub fn is_answered(&self, details: &Details) -> bool {
        let said = &*self.disputed;
        match self.fault {
            DataFault::Address => {
                let place = |details: &Details| {
                    details.main_postal().map(|postal| {
                        (
                            postal.street.clone(),
                            postal.city.clone(),
                            postal.postal_code.clone(),
                            postal.country,
                        )
                    })
                };
                place(said) != place(details)
            }
            DataFault::Holder => {
                let identity = |details: &Details| {
                    let particulars = &details.particulars;
                    let name = details.holder_name().to_owned();
                    (name, particulars.registrant_type, particulars.company_number.clone())
                };
                identity(said) != identity(details)
            }
        }
    }
}

/// What is wrong with the data of a registrant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DataFault {
    /// Nobody is found at the address.
    Address,
    /// There is no such person or organisation.
    Holder,
}

impl DataFault {
    /// Every fault.
    pub const ALL: [Self; 2] = [Self::Address, Self::Holder];

    /// The name in settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Holder => "holder",
        }
    }

    /// The fault with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fault| fault.name() == name)
    }
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DataQualityStage {
    /// It began.
    Initial,
    /// The data are corrected: it is over.
    Updated,
    /// The domains have left the DNS.
    Suspended,
    /// The domains are cancelled: it is over.
    Cancelled,
}

impl DataQualityStage {
    /// The stage's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Initial => "initial",
            Self::Updated => "updated",
            Self::Suspended => "suspended",
            Self::Cancelled => "cancelled",
        }
    }

    /// What the data are by then, in words.
    pub const fn said(self) -> &'static str {
        match self {
            Self::Initial => "disputed",
            Self::Updated => "corrected",
            Self::Suspended => "not corrected: its domains left the DNS",
            Self::Cancelled => "not corrected: its domains are cancelled",
        }
    }
}
