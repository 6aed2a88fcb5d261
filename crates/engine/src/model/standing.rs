//! How an account stands.

use super::Money;

/// How an account stands: what it has, what of it is set aside, and how far it may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its balance: the sum of its lines.
    pub balance: Money,
    /// What open holds set aside, in smallest units; never negative.
    pub held: i64,
    /// How far the balance may fall below zero, in smallest units; never negative.
    pub credit_limit: i64,
    /// Below how much left it is warned, if the operator said.
    pub credit_warning: Option<i64>,
}

impl Standing {
    /// What it can still spend: the balance and the credit limit without what is set aside.
    pub const fn left(&self) -> Money {
        let minor = self.balance.minor.saturating_add(self.credit_limit).saturating_sub(self.held);
        Money::new(minor, self.balance.currency)
    }

    /// Below how much left it is warned: a fifth of the credit limit unless the operator said otherwise.
    pub const fn threshold(&self) -> Money {
        let minor = match self.credit_warning {
            Some(minor) => minor,
            None => self.credit_limit / 5,
        };
        Money::new(minor, self.balance.currency)
    }

    /// Whether it came below the threshold by spending or setting aside `amount` just now.
    pub const fn fell_by(&self, amount: Money) -> bool {
        let (left, threshold) = (self.left().minor, self.threshold().minor);
        left < threshold && left.saturating_add(amount.minor) >= threshold
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Currency;

    fn standing(balance: i64, held: i64, credit_limit: i64, credit_warning: Option<i64>) -> Standing {
        Standing { balance: Money::new(balance, Currency::Usd), held, credit_limit, credit_warning }
    }

    #[test]
    fn the_threshold_is_a_fifth_of_the_limit_unless_said_otherwise() {
        let threshold = |limit, warning| standing(0, 0, limit, warning).threshold().minor;
        assert_eq!([threshold(500, None), threshold(0, None)], [100, 0]);
        assert_eq!([threshold(500, Some(0)), threshold(0, Some(30))], [0, 30]);
    }

    #[test]
    fn only_the_step_across_the_threshold_counts() {
        let fell = |left: i64, amount| {
            standing(left + 5, 5, 0, Some(100)).fell_by(Money::new(amount, Currency::Usd))
        };
        assert!(fell(99, 1) && fell(0, 100) && fell(50, 1_000));
        assert!(!fell(100, 1), "at the threshold is not below it");
        assert!(!fell(98, 1), "it was below before");
        assert!(!fell(99, 0));
    }
}
