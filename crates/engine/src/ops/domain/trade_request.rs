use outcomes::{Operation as Name, Outcome};

use super::{TradeAnswer, ownership, trade_rules};
use crate::{
    Command, Done, Failure, Operation, Writing,
    ledger::Order,
    model::{DomainName, Due, Handle, Job, Status, Trade, TransferState},
    ops::payment,
    policy::Priced,
};

/// Changes the registrant of a domain where that has a price of its own.
///
/// Changes: the registrant, at once or, where the zone's policy leaves time to think it over, when it is approved or that
/// time is up; meanwhile nothing else can be changed. Bills: the trade; while it is pending, its price is only set aside.
/// Notifies: the payer when its credit runs low.
///
/// Checks, in this order: whether the domain exists, the sponsor, a pending transfer, a pending trade, the statuses;
/// whether the zone has registrants, whether the new one exists, is another one and says what the zone asks for; the
/// credit.
#[derive(Clone, Debug)]
pub struct TradeRequest {
    /// The name.
    pub name: DomainName,
    /// The new registrant.
    pub to: Handle,
}

impl Operation for TradeRequest {
    type Answer = TradeAnswer;
    const NAME: Name = Name::DomainTradeRequest;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TradeRequested,
        Outcome::TradeCompleted,
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
        Outcome::CreditLocked,
        Outcome::CreditInactive,
        Outcome::BillingDataMissing,
        Outcome::TaxSettingsWrong,
        Outcome::CreditInsufficient,
        Outcome::CreditLow,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for TradeRequest {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<TradeAnswer>, Failure> {
        let trade_rules::Plan { mut domain, from } = trade_rules::check(cx, &self.name, &self.to)?;
        let zone = ownership::zone_of(cx.policies, &domain)?;
        let at_once = zone.trade.days == 0;
        let trade = Trade {
            domain: domain.id,
            state: if at_once { TransferState::ServerApproved } else { TransferState::Pending },
            account: cx.actor.id(),
            requested_at: cx.now,
            acts_at: cx.now.plus_days(zone.trade.days.into()),
            from,
            to: self.to.clone(),
            asked: Some(cx.asked()),
        };
        let (payer, object) = (cx.actor.id(), domain.id.into());
        let order = Order { zone, name: &self.name, what: Priced::Trade, years: 1 };
        let warning = if at_once {
            let warning = payment::charge(cx, payer, &order, object)?;
            trade_rules::carry_out(cx, &mut domain, &trade)?;
            warning
        } else {
            domain.statuses.set(Status::PendingUpdate, None);
            cx.store.update_domain(&domain)?;
            cx.store.remind(&Due::new(trade.acts_at, Job::Trade, object))?;
            payment::hold(cx, payer, &order, object)?
        };
        cx.store.put_trade(&trade)?;
        cx.record(Self::NAME, object, self.name.as_str())?;
        let outcome = if at_once { Outcome::TradeCompleted } else { Outcome::TradeRequested };
        Ok(Done::new(outcome, TradeAnswer { name: domain.name, trade }).warned(warning))
    }
}
