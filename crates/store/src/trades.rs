//! The latest trade of each domain.

use engine::model::{AccountId, DomainId, DomainName, Trade, TransferState};
use engine::ports::store::{Result, Slice, Trades, TradesMut};

use crate::columns::Columns;
use crate::document;
use crate::pages::Listing;
use crate::patterns::among;
use crate::sql::{Sql, Value};
use crate::tables::{Tables, values};

impl<C: Sql> Trades for Tables<C> {
    fn trade(&self, domain: DomainId) -> Result<Option<Trade>> {
        self.sql.one(SELECT, values![domain], trade)
    }

    fn trades(
        &self,
        sponsor: AccountId,
        states: &[TransferState],
        slice: &Slice<DomainId>,
    ) -> Result<Vec<(DomainName, Trade)>> {
        let after = slice.after.unwrap_or(DomainId(0));
        let named = |columns: &mut Columns<'_>| Ok((columns.read()?, trade(columns)?));
        let (states, place) =
            (among(states.iter().map(|state| state.name())), values![after, slice.most, slice.skip]);
        LISTED.slice(&self.sql, &[sponsor.into(), Value::Text(&states)], place, named)
    }

    fn count_trades(&self, sponsor: AccountId, states: &[TransferState]) -> Result<u64> {
        let states = among(states.iter().map(|state| state.name()));
        LISTED.count(&self.sql, &[sponsor.into(), Value::Text(&states)])
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
const LISTED: Listing = Listing {
    rows: "SELECT domain.name, domain_id, state, account_id, requested_at, acts_at, from_registrant, to_registrant, asked \
           FROM trade JOIN domain ON domain.id = domain_id WHERE sponsor = $1 AND $2 LIKE '%,' || state || ',%' \
           AND domain_id > $3 ORDER BY domain_id LIMIT $4 OFFSET $5",
    count: "SELECT COUNT(*) FROM trade JOIN domain ON domain.id = domain_id \
            WHERE sponsor = $1 AND $2 LIKE '%,' || state || ',%'",
};
const PUT: &str = "INSERT INTO trade (domain_id, state, account_id, requested_at, acts_at, from_registrant, \
     to_registrant, asked) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (domain_id) DO UPDATE \
     SET state = excluded.state, account_id = excluded.account_id, requested_at = excluded.requested_at, \
     acts_at = excluded.acts_at, from_registrant = excluded.from_registrant, \
     to_registrant = excluded.to_registrant, asked = excluded.asked";
