use outcomes::{Operation as Name, Outcome};

use super::TradeAnswer;
use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{AccountId, DomainId, Page, TransferState, Window},
    ports::store::{Slice, Snapshot},
};

/// Lists the latest trades of the actor's domains, as far as they stand as is asked for, the oldest domain first.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Debug)]
pub struct TradeList {
    /// In which states.
    pub states: Vec<TransferState>,
    /// Which part of the list.
    pub window: Window,
}

impl Operation for TradeList {
    type Answer = Page<TradeAnswer>;
    const NAME: Name = Name::DomainTradeList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::TradesListed];
}

impl Query for TradeList {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<TradeAnswer>>, Failure> {
        let list = Traded { sponsor: cx.actor.id(), states: self.states.clone() };
        let page = cx.page(&list, self.window)?;
        Ok(Done::new(Outcome::TradesListed, page))
    }
}

/// The latest trades of a sponsor's domains.
#[derive(Hash)]
struct Traded {
    sponsor: AccountId,
    states: Vec<TransferState>,
}

impl Listing for Traded {
    type Row = TradeAnswer;
    type Key = DomainId;

    fn key(row: &TradeAnswer) -> DomainId {
        row.trade.domain
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<DomainId>) -> Result<Vec<TradeAnswer>, Fault> {
        let trades = store.trades(self.sponsor, &self.states, slice)?;
        Ok(trades.into_iter().map(|(name, trade)| TradeAnswer { name, trade }).collect())
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_trades(self.sponsor, &self.states)
    }
}
