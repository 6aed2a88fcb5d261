use outcomes::{Operation as Name, Outcome};

use super::{TradeAnswer, trade_rules};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, TransferState},
};

/// Has a pending trade done before its time is up.
///
/// Changes: the registrant. Bills: what was set aside at the request. Notifies nobody.
///
/// Checks, in this order: whether the domain exists, the sponsor, whether a trade is pending, whether the new
/// registrant still exists.
#[derive(Clone, Debug)]
pub struct TradeApprove {
    /// The name.
    pub name: DomainName,
}

impl Operation for TradeApprove {
    type Answer = TradeAnswer;
    const NAME: Name = Name::DomainTradeApprove;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TradeApproved,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::TradeNotPending,
        Outcome::DomainContactUnknown,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for TradeApprove {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<TradeAnswer>, Failure> {
        let (mut domain, trade) = trade_rules::find_pending(cx, &self.name)?;
        trade_rules::carry_out(cx, &mut domain, &trade)?;
        let answer = trade_rules::end(cx, &domain, trade, TransferState::ClientApproved)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::TradeApproved, answer))
    }
}
