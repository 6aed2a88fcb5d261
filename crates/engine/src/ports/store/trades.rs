use super::{Result, Slice};
use crate::model::{AccountId, DomainId, DomainName, Trade, TransferState};

/// Reads trades.
pub trait Trades {
    /// The latest trade of a domain.
    fn trade(&self, domain: DomainId) -> Result<Option<Trade>>;

    /// The latest trades of a sponsor's domains that are in one of some states, with the names of the domains, by their age.
    fn trades(
        &self,
        sponsor: AccountId,
        states: &[TransferState],
        slice: &Slice<DomainId>,
    ) -> Result<Vec<(DomainName, Trade)>>;

    /// How many there are.
    fn count_trades(&self, sponsor: AccountId, states: &[TransferState]) -> Result<u64>;
}

/// Writes trades.
pub trait TradesMut: Trades {
    /// Records the latest trade of a domain, in place of an earlier one.
    fn put_trade(&self, trade: &Trade) -> Result<()>;
}
