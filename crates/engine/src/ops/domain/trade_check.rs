use outcomes::{Operation as Name, Outcome};

use super::{ownership, trade_rules};
use crate::{
    Done, Failure, Operation, Query, Reading,
    ledger::{Order, quote},
    model::{DomainName, Fee, Handle},
    policy::Priced,
};

/// Asks whether a trade would be taken now, and what it costs. Whether the account can pay is not looked at.
///
/// Changes, bills and notifies nothing. Checks what the trade itself does, in the same order, and the price.
#[derive(Clone, Debug)]
pub struct TradeCheck {
    /// The name.
    pub name: DomainName,
    /// The new registrant.
    pub to: Handle,
}

impl Operation for TradeCheck {
    type Answer = Fee;
    const NAME: Name = Name::DomainTradeCheck;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TradePossible,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::TransferPending,
        Outcome::TradePending,
        Outcome::StatusProhibits,
        Outcome::ContactRoleRefused,
        Outcome::DomainContactUnknown,
        Outcome::AlreadySet,
        Outcome::DomainContactUnfit,
        Outcome::PriceMissing,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for TradeCheck {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Fee>, Failure> {
        let plan = trade_rules::check(cx, &self.name, &self.to)?;
        let zone = ownership::zone_of(cx.policies, &plan.domain)?;
        let order = Order { zone, name: &self.name, what: Priced::Trade, years: 1 };
        let fee = quote(&cx.actor.account, order)?.fee;
        Ok(Done::new(Outcome::TradePossible, fee))
    }
}
