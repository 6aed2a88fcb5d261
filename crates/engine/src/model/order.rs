//! Orders: what an account asked for in one request, for protocols whose clients ask later what became of it.

use super::{AccountId, DomainId, DomainName, Instant, Money, OperationId};

/// One thing that was ordered. The lines of an order have its number in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderLine {
    /// The order: the id of the request that placed it.
    pub order: OperationId,
    /// The place of the line in its order, counted from 1.
    pub place: u32,
    /// Who ordered.
    pub account: AccountId,
    /// When.
    pub placed_at: Instant,
    /// What.
    pub product: Product,
    /// Of which name.
    pub name: DomainName,
    /// The domain that it was done to; `None` where it was refused.
    pub domain: Option<DomainId>,
    /// For how many years.
    pub years: u32,
    /// What was charged or set aside, tax included.
    pub amount: Money,
    /// Why it was refused, by the name of the outcome; `None` where it was not.
    pub refused: Option<String>,
}

/// What can be ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Product {
    /// A registration.
    Register,
    /// A longer registration.
    Renew,
    /// A deletion taken back.
    Restore,
    /// A domain of another account.
    Transfer,
}

impl Product {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Register, Self::Renew, Self::Restore, Self::Transfer];

    /// The name under which it is kept.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Renew => "renew",
            Self::Restore => "restore",
            Self::Transfer => "transfer",
        }
    }

    /// The product of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|product| product.name() == name)
    }
}
