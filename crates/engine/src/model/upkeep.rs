//! What a registrar wants done with a domain in time.

use super::{Line, ResellerReference};

/// Standing orders of a registrar for one domain, and what it notes about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Upkeep {
    /// Who gets the first bill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_bill: Option<BillCode>,
    /// Who gets the bills of renewals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recur_bill: Option<BillCode>,
    /// So many days before each expiry the server renews it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_bill: Option<u32>,
    /// So many days before the next expiry, once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_bill: Option<u32>,
    /// For how many years each time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_period: Option<u8>,
    /// For how many years once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_period: Option<u8>,
    /// Whether the registrar has said that it does not want another term.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub renew_not_required: bool,
    /// Notes of the registrar.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Line>,
    /// For which reseller the registrar keeps it. Kept beside the rest, as a link to that reseller.
    #[serde(skip)]
    pub reseller: Option<ResellerReference>,
}

impl Upkeep {
    /// How many days before the expiry the server renews the domain, and for how many years.
    pub fn order(&self) -> Option<(u32, u8)> {
        let once = self.next_bill.map(|days| (days, self.next_period));
        let always = self.auto_bill.map(|days| (days, self.auto_period));
        once.or(always).map(|(days, years)| (days, years.unwrap_or(USUAL_YEARS)))
    }
}

/// Who gets a bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BillCode {
    /// The holder of the tag.
    TagHolder,
    /// Its customer.
    Customer,
}

impl BillCode {
    /// The code, as the protocol writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::TagHolder => "th",
            Self::Customer => "bc",
        }
    }

    /// The code of a name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::TagHolder, Self::Customer].into_iter().find(|code| code.name() == name)
    }
}

/// Years of a renewal that is ordered without a period.
const USUAL_YEARS: u8 = 2;
