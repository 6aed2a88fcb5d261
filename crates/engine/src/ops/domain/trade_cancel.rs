use outcomes::{Operation as Name, Outcome};

use super::{TradeAnswer, trade_rules};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, TransferState},
};

/// Takes back the request for a trade.
///
/// Changes: the registrant stays. Bills nothing; what was set aside is given back. Notifies nobody.
///
/// Checks, in this order: whether the domain exists, the sponsor, whether a trade is pending.
#[derive(Clone, Debug)]
pub struct TradeCancel {
    /// The name.
    pub name: DomainName,
}

impl Operation for TradeCancel {
    type Answer = TradeAnswer;
    const NAME: Name = Name::DomainTradeCancel;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::TradeCancelled, Outcome::DomainUnknown, Outcome::NotSponsor, Outcome::TradeNotPending];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for TradeCancel {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<TradeAnswer>, Failure> {
        let (mut domain, trade) = trade_rules::find_pending(cx, &self.name)?;
        trade_rules::give_up(cx, &mut domain)?;
        let answer = trade_rules::end(cx, &domain, trade, TransferState::ClientCancelled)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::TradeCancelled, answer))
    }
}
