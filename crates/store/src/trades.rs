//! The latest trade of each domain.

use engine::model::{DomainId, Trade};
use engine::ports::store::{Result, Trades, TradesMut};

use crate::columns::Columns;
use crate::document;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Trades for Tables<C> {
    fn trade(&self, domain: DomainId) -> Result<Option<Trade>> {
        self.sql.one(SELECT, values![domain], trade)
    }
}

impl<C: Sql> TradesMut for Tables<C> {
    fn put_trade(&self, trade: &Trade) -> Result<()> {
        let asked = trade.asked.as_ref().map(document::text).transpose()?;
        self.sql.execute(
            PUT,
            values![
                trade.domain,
                trade.state,
                trade.account,
                trade.requested_at,
                trade.acts_at,
                trade.from.as_ref(),
                &trade.to,
                asked.as_ref(),
            ],
        )?;
        Ok(())
    }
}

fn trade(columns: &mut Columns<'_>) -> Result<Trade> {
    Ok(Trade {
        domain: columns.read()?,
        state: columns.read()?,
        account: columns.read()?,
        requested_at: columns.read()?,
        acts_at: columns.read()?,
        from: columns.read()?,
        to: columns.read()?,
        asked: columns.optional_document()?,
    })
}

const SELECT: &str = "SELECT domain_id, state, account_id, requested_at, acts_at, from_registrant, to_registrant, asked \
     FROM trade WHERE domain_id = $1";
const PUT: &str = "INSERT INTO trade (domain_id, state, account_id, requested_at, acts_at, from_registrant, \
     to_registrant, asked) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (domain_id) DO UPDATE \
     SET state = excluded.state, account_id = excluded.account_id, requested_at = excluded.requested_at, \
     acts_at = excluded.acts_at, from_registrant = excluded.from_registrant, \
     to_registrant = excluded.to_registrant, asked = excluded.asked";
