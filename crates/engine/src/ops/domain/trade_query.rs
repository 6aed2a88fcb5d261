use outcomes::{Field, Operation as Name, Outcome};

use super::{TradeAnswer, ownership};
use crate::{Done, Failure, Operation, Query, Reading, Refusal, model::DomainName};

/// Shows the latest trade of one of the actor's domains.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the domain exists, the sponsor, whether there was
/// a trade.
#[derive(Clone, Debug)]
pub struct TradeQuery {
    /// The name.
    pub name: DomainName,
}

impl Operation for TradeQuery {
    type Answer = TradeAnswer;
    const NAME: Name = Name::DomainTradeQuery;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::TradeFound, Outcome::DomainUnknown, Outcome::NotSponsor, Outcome::TradeUnknown];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for TradeQuery {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<TradeAnswer>, Failure> {
        let domain = ownership::find_own(cx, &self.name)?;
        let unknown = || Refusal::new(Outcome::TradeUnknown).at(Field::DomainName).value(&self.name);
        let trade = cx.store.trade(domain.id)?.ok_or_else(unknown)?;
        Ok(Done::new(Outcome::TradeFound, TradeAnswer { name: domain.name, trade }))
    }
}
