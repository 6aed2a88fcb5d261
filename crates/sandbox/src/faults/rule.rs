//! Whether an order strikes.

use std::time::Duration;

use engine::ports::{Ask, Port};
use serde::{Deserialize, Serialize};

use super::{Order, Trouble, chance};

/// An order that was accepted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Its id.
    pub id: String,
    /// What was ordered.
    #[serde(flatten)]
    pub order: Order,
    /// How many calls fitted so far.
    pub met: u64,
    /// How many of them it struck.
    pub struck: u64,
}

/// What a call meets.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Blow {
    pub(super) delay: Duration,
    pub(super) trouble: Option<Trouble>,
    /// Whether a change of unknown result is made.
    pub(super) made: bool,
    pub(super) by: String,
}

impl Rule {
    pub(super) fn new(id: String, order: Order) -> Self {
        Self { id, order, met: 0, struck: 0 }
    }

    /// Whether it can strike no more.
    pub fn is_spent(&self) -> bool {
        self.next().is_some_and(|next| self.struck >= next)
    }

    /// What a call meets, if this order strikes it. Counts it.
    pub(super) fn strike(&mut self, port: Port, ask: &Ask<'_>) -> Option<Blow> {
        if self.is_spent() || !self.order.fits(port, ask) {
            return None;
        }
        let count = self.met;
        self.met += 1;
        let strikes = match self.order.probability {
            Some(probability) => chance::happens(probability, self.seed(), count),
            None => count >= self.order.skip.unwrap_or(0),
        };
        if !strikes {
            return None;
        }
        self.struck += 1;
        let made = self.order.made.unwrap_or_else(|| chance::happens(0.5, !self.seed(), self.struck));
        let delay = Duration::from_millis(self.order.delay_ms.unwrap_or(0));
        Some(Blow { delay, trouble: self.order.trouble(), made, by: self.id.clone() })
    }

    /// How many calls it strikes at most.
    fn next(&self) -> Option<u64> {
        let endless = self.order.always == Some(true) || self.order.probability.is_some();
        (!endless).then(|| self.order.next.unwrap_or(1))
    }

    fn seed(&self) -> u64 {
        self.order.seed.unwrap_or(0)
    }
}
