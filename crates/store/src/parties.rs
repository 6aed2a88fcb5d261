//! For whom invoices are made.

use engine::model::{AccountId, Party, PartyId};
use engine::ports::store::Result;

use crate::columns::Columns;
use crate::document;
use crate::sql::Sql;
use crate::tables::{Tables, values};

/// A party.
pub(crate) fn find<C: Sql>(tables: &Tables<C>, id: PartyId) -> Result<Option<Party>> {
    tables.sql.one(SELECT, values![id], party)
}

/// Adds a party of an account.
pub(crate) fn insert<C: Sql>(
    tables: &Tables<C>,
    id: PartyId,
    account: AccountId,
    party: &Party,
) -> Result<()> {
    let details = document::text(party)?;
    tables.update(INSERT, values![id, account, &details])
}

fn party(columns: &mut Columns<'_>) -> Result<Party> {
    columns.document()
}

const SELECT: &str = "SELECT details FROM party WHERE id = $1";
const INSERT: &str = "INSERT INTO party (id, account_id, details) VALUES ($1, $2, $3)";
