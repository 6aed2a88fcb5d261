//! The latest transfer of each object.

use engine::model::{ObjectId, Transfer};
use engine::ports::store::{Result, Transfers, TransfersMut};

use crate::arrivals;
use crate::columns::Columns;
use crate::document;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Transfers for Tables<C> {
    fn transfer(&self, object: ObjectId) -> Result<Option<Transfer>> {
        self.sql.one(SELECT, values![object], transfer)
    }
}

impl<C: Sql> TransfersMut for Tables<C> {
    fn put_transfer(&self, transfer: &Transfer) -> Result<()> {
        let asked = transfer.asked.as_ref().map(document::text).transpose()?;
        let arrival = arrivals::text(&transfer.arrival)?;
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
    })
}

const SELECT: &str = "SELECT object, state, gaining, requested_at, losing, acts_at, years, expires_at, asked, arrival \
     FROM transfer WHERE object = $1";
const PUT: &str = "INSERT INTO transfer (object, state, gaining, requested_at, losing, acts_at, years, expires_at, asked, \
     arrival) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (object) DO UPDATE \
     SET state = excluded.state, gaining = excluded.gaining, requested_at = excluded.requested_at, \
     losing = excluded.losing, acts_at = excluded.acts_at, years = excluded.years, \
     expires_at = excluded.expires_at, asked = excluded.asked, arrival = excluded.arrival";
