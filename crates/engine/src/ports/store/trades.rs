use super::Result;
use crate::model::{DomainId, Trade};

/// Reads trades.
pub trait Trades {
    /// The latest trade of a domain.
    fn trade(&self, domain: DomainId) -> Result<Option<Trade>>;
}

/// Writes trades.
pub trait TradesMut: Trades {
    /// Records the latest trade of a domain, in place of an earlier one.
    fn put_trade(&self, trade: &Trade) -> Result<()>;
}
