//! Whom to write to about an account.

use engine::model::{AccountId, AddressBook};
use engine::ports::store::Result;

use crate::columns::Columns;
use crate::document;
use crate::sql::Sql;
use crate::tables::{Tables, values};

/// The address book of an account.
pub(crate) fn find<C: Sql>(tables: &Tables<C>, account: AccountId) -> Result<Option<AddressBook>> {
    tables.sql.one(SELECT, values![account], book)
}

fn book(columns: &mut Columns<'_>) -> Result<AddressBook> {
    columns.document()
}

/// Puts an address book in the place of an earlier one.
pub(crate) fn put<C: Sql>(tables: &Tables<C>, account: AccountId, book: &AddressBook) -> Result<()> {
    tables.sql.execute(PUT, values![account, &document::text(book)?])?;
    Ok(())
}

const SELECT: &str = "SELECT book FROM address_book WHERE account_id = $1";
const PUT: &str = "INSERT INTO address_book (account_id, book) VALUES ($1, $2) \
     ON CONFLICT (account_id) DO UPDATE SET book = excluded.book";
