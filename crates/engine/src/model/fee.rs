//! What something costs.

use super::Money;

/// What something costs: the price and the tax on it, in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fee {
    /// The price; never negative.
    pub net: Money,
    /// The value added tax on it; never negative.
    pub tax: Money,
}

impl Fee {
    /// What has to be paid altogether.
    pub const fn gross(self) -> Money {
        Money::new(self.net.minor.saturating_add(self.tax.minor), self.net.currency)
    }
}
