//! The latest transfer of each object, and those before it.

use engine::model::{AccountId, DomainId, DomainName, NamePattern, ObjectId, Transfer};
use engine::ports::store::{Result, Slice, Transfers, TransfersMut};

use crate::arrivals;
use crate::columns::{self, Columns};
use crate::document;
use crate::patterns::Like;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Transfers for Tables<C> {
    fn transfer(&self, object: ObjectId) -> Result<Option<Transfer>> {
        self.sql.one(SELECT, values![object], transfer)
    }

    fn transfers_of(&self, object: ObjectId) -> Result<Vec<Transfer>> {
        let mut past = self.sql.all(SELECT_PAST, values![object], transfer)?;
        past.extend(self.transfer(object)?);
        Ok(past)
    }

    fn pending_transfers(
        &self,
        party: AccountId,
        incoming: bool,
        pattern: &NamePattern,
        slice: &Slice<DomainId>,
    ) -> Result<Vec<(DomainName, Transfer)>> {
        let (like, after) = (Like::from(pattern), slice.after.unwrap_or(DomainId(0)));
        let sql = if incoming { SELECT_INCOMING } else { SELECT_OUTGOING };
        let values = values![party, after, &like.from, &like.to, &like.like, slice.most, slice.skip];
        self.sql.all(sql, values, |columns| Ok((columns.read()?, transfer(columns)?)))
    }

    fn count_pending_transfers(
        &self,
        party: AccountId,
        incoming: bool,
        pattern: &NamePattern,
    ) -> Result<u64> {
        let like = Like::from(pattern);
        let sql = if incoming { COUNT_INCOMING } else { COUNT_OUTGOING };
        let values = values![party, &like.from, &like.to, &like.like];
        Ok(self.sql.one(sql, values, columns::only)?.unwrap_or_default())
    }
}

impl<C: Sql> TransfersMut for Tables<C> {
    fn put_transfer(&self, transfer: &Transfer) -> Result<()> {
        let asked = transfer.asked.as_ref().map(document::text).transpose()?;
        let arrival = arrivals::text(&transfer.arrival)?;
        self.sql.execute(KEEP, values![transfer.object])?;
        self.sql.execute(
            PUT,
            values![
                transfer.object,
                transfer.state,
                transfer.gaining,
                transfer.requested_at,
                transfer.losing,
                transfer.acts_at,
                transfer.years,
                transfer.expires_at,
                asked.as_ref(),
                arrival.as_ref(),
                transfer.needs_sponsor,
            ],
        )?;
        Ok(())
    }
}

fn transfer(columns: &mut Columns<'_>) -> Result<Transfer> {
    Ok(Transfer {
        object: columns.read()?,
        state: columns.read()?,
        gaining: columns.read()?,
        requested_at: columns.read()?,
        losing: columns.read()?,
        acts_at: columns.read()?,
        years: columns.read()?,
        expires_at: columns.read()?,
        asked: columns.optional_document()?,
        arrival: arrivals::read(columns)?,
        needs_sponsor: columns.read()?,
    })
}

const SELECT: &str = "SELECT object, state, gaining, requested_at, losing, acts_at, years, expires_at, asked, arrival, \
     needs_sponsor FROM transfer WHERE object = $1";
const PUT: &str = "INSERT INTO transfer (object, state, gaining, requested_at, losing, acts_at, years, expires_at, asked, \
     arrival, needs_sponsor) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (object) DO UPDATE \
     SET state = excluded.state, gaining = excluded.gaining, requested_at = excluded.requested_at, \
     losing = excluded.losing, acts_at = excluded.acts_at, years = excluded.years, \
     expires_at = excluded.expires_at, asked = excluded.asked, arrival = excluded.arrival, \
     needs_sponsor = excluded.needs_sponsor";
// A pending transfer that goes on, or ends, is the same one.
const KEEP: &str = "INSERT INTO past_transfer (object, state, gaining, requested_at, losing, acts_at, years, expires_at, \
     asked) SELECT object, state, gaining, requested_at, losing, acts_at, years, expires_at, asked FROM transfer \
     WHERE object = $1 AND state <> 'pending'";
// What the domain was to have from an earlier transfer on, and who could agree to it, is of no more interest.
const SELECT_PAST: &str = "SELECT object, state, gaining, requested_at, losing, acts_at, years, expires_at, asked, NULL, 0 \
     FROM past_transfer WHERE object = $1 ORDER BY requested_at, acts_at";
const SELECT_INCOMING: &str = "SELECT domain.name, object, transfer.state, gaining, requested_at, losing, \
     acts_at, years, transfer.expires_at, asked, arrival, needs_sponsor FROM transfer JOIN domain ON domain.id = object \
     WHERE gaining = $1 AND state = 'pending' AND object > $2 AND name >= $3 AND name <= $4 \
     AND name LIKE $5 ESCAPE '!' ORDER BY object LIMIT $6 OFFSET $7";
const SELECT_OUTGOING: &str = "SELECT domain.name, object, transfer.state, gaining, requested_at, losing, \
     acts_at, years, transfer.expires_at, asked, arrival, needs_sponsor FROM transfer JOIN domain ON domain.id = object \
     WHERE losing = $1 AND state = 'pending' AND object > $2 AND name >= $3 AND name <= $4 \
     AND name LIKE $5 ESCAPE '!' ORDER BY object LIMIT $6 OFFSET $7";
const COUNT_INCOMING: &str = "SELECT COUNT(*) FROM transfer JOIN domain ON domain.id = object \
     WHERE gaining = $1 AND state = 'pending' AND name >= $2 AND name <= $3 AND name LIKE $4 ESCAPE '!'";
const COUNT_OUTGOING: &str = "SELECT COUNT(*) FROM transfer JOIN domain ON domain.id = object \
     WHERE losing = $1 AND state = 'pending' AND name >= $2 AND name <= $3 AND name LIKE $4 ESCAPE '!'";
