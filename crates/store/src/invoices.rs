//! Invoices.

use engine::model::{AccountId, Fee, Invoice, InvoiceDraft, InvoiceNumber, Money};
use engine::ports::store::Result;

use crate::columns::{self, Columns};
use crate::sql::Sql;
use crate::tables::{Tables, values};

/// An invoice of an account.
pub(crate) fn find<C: Sql>(
    tables: &Tables<C>,
    account: AccountId,
    number: InvoiceNumber,
) -> Result<Option<Invoice>> {
    tables.sql.one(SELECT, values![account, number], invoice)
}

/// Writes an invoice under the next number of its account and year. The balance of the account was changed before in the
/// same transaction, so nobody else numbers invoices of this account meanwhile; the key would show it.
pub(crate) fn issue<C: Sql>(tables: &Tables<C>, draft: &InvoiceDraft) -> Result<InvoiceNumber> {
    let before_first = InvoiceNumber::before_first_of(draft.at);
    let bounds = values![draft.account, before_first, before_first.last_of_year()];
    let last: Option<InvoiceNumber> = tables.sql.one(SELECT_LAST, bounds, columns::only)?.flatten();
    let number = last.unwrap_or(before_first).next();
    let Fee { net, tax } = draft.fee;
    tables.update(
        INSERT,
        values![
            draft.account,
            number,
            draft.party,
            draft.operation,
            draft.at,
            draft.kind,
            net.minor,
            tax.minor,
            net.currency,
            draft.object,
            draft.years,
            draft.corrects,
        ],
    )?;
    Ok(number)
}

fn invoice(columns: &mut Columns<'_>) -> Result<Invoice> {
    let (account, number, party, operation) =
        (columns.read()?, columns.read()?, columns.read()?, columns.read()?);
    let (at, kind) = (columns.read()?, columns.read()?);
    let (net, tax, currency) = (columns.read()?, columns.read()?, columns.read()?);
    let fee = Fee { net: Money::new(net, currency), tax: Money::new(tax, currency) };
    let (object, years, corrects) = (columns.read()?, columns.read()?, columns.read()?);
    let draft = InvoiceDraft { account, party, operation, at, kind, fee, object, years, corrects };
    Ok(Invoice { number, draft })
}

const SELECT: &str = "SELECT account_id, number, party, operation, at, kind, net, tax, currency, object, years, \
     corrects FROM invoice WHERE account_id = $1 AND number = $2";
const SELECT_LAST: &str =
    "SELECT MAX(number) FROM invoice WHERE account_id = $1 AND number > $2 AND number <= $3";
const INSERT: &str = "INSERT INTO invoice (account_id, number, party, operation, at, kind, net, tax, currency, object, \
     years, corrects) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
