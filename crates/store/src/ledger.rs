//! The ledger and the balances kept beside it.

use engine::Fault;
use engine::model::{AccountId, Book, Entry, Money, ObjectId};
use engine::ports::store::{Audit, Ledger, LedgerMut, Posted, Result};

use crate::audit;
use crate::columns::Columns;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Ledger for Tables<C> {
    fn balance(&self, account: AccountId) -> Result<Money> {
        let found = self.sql.one(SELECT_BALANCE, values![account], |columns| {
            Ok(Money { minor: columns.read()?, currency: columns.read()? })
        })?;
        found.ok_or_else(|| Fault::internal(format!("account {} has no balance", account.0)))
    }

    fn entries_of(&self, object: ObjectId) -> Result<Vec<Entry>> {
        self.sql.all(SELECT_ENTRIES, values![object], entry)
    }

    fn audit(&self) -> Result<Audit> {
        audit::audit(&self.sql)
    }
}

impl<C: Sql> LedgerMut for Tables<C> {
    fn post(&self, entry: &Entry) -> Result<Posted> {
        if let Book::Account(payer) = entry.from
            && !self.take(payer, entry.amount)?
        {
            return Ok(Posted::CreditInsufficient);
        }
        if let Book::Account(payee) = entry.to {
            self.give(payee, entry.amount)?;
        }
        self.write_line(entry)?;
        Ok(Posted::Yes)
    }
}

impl<C: Sql> Tables<C> {
    /// Takes an amount from a balance; `false` if the credit limit forbids it.
    fn take(&self, payer: AccountId, amount: Money) -> Result<bool> {
        if self.sql.execute(TAKE, values![amount.minor, payer, amount.currency])? == 1 {
            return Ok(true);
        }
        self.check_currency(payer, amount)?;
        Ok(false)
    }

    /// Adds an amount to a balance.
    fn give(&self, payee: AccountId, amount: Money) -> Result<()> {
        if self.sql.execute(GIVE, values![amount.minor, payee, amount.currency])? == 1 {
            return Ok(());
        }
        self.check_currency(payee, amount)?;
        Err(Fault::internal(format!("the balance of account {} cannot be changed", payee.0)))
    }

    /// A line in another currency than its account's is a bug, not a lack of credit.
    fn check_currency(&self, account: AccountId, amount: Money) -> Result<()> {
        let kept = self.balance(account)?.currency;
        if kept == amount.currency {
            return Ok(());
        }
        Err(Fault::internal(format!("account {} is kept in {kept}, not in {}", account.0, amount.currency)))
    }

    fn write_line(&self, entry: &Entry) -> Result<()> {
        let (from_account, from_book) = columns_of(entry.from);
        let (to_account, to_book) = columns_of(entry.to);
        self.sql.execute(
            INSERT,
            values![
                entry.id,
                entry.operation,
                entry.at,
                entry.kind,
                from_account,
                from_book,
                to_account,
                to_book,
                entry.amount.minor,
                entry.amount.currency,
                entry.object.unwrap_or(NOTHING),
                entry.years,
                entry.reverses,
            ],
        )?;
        Ok(())
    }
}

/// A book as it stands in its two columns: the account, or the name of one of our own books.
fn columns_of(book: Book) -> (Option<AccountId>, Option<&'static str>) {
    match book {
        Book::Account(account) => (Some(account), None),
        Book::Revenue => (None, Some(REVENUE)),
        Book::Bank => (None, Some(BANK)),
    }
}

/// Reads a book from its two columns.
pub(crate) fn book(columns: &mut Columns<'_>) -> Result<Book> {
    let account: Option<AccountId> = columns.read()?;
    let name: Option<String> = columns.read()?;
    match (account, name.as_deref()) {
        (Some(account), None) => Ok(Book::Account(account)),
        (None, Some(REVENUE)) => Ok(Book::Revenue),
        (None, Some(BANK)) => Ok(Book::Bank),
        _ => Err(columns.nonsense("no book")),
    }
}

fn entry(columns: &mut Columns<'_>) -> Result<Entry> {
    Ok(Entry {
        id: columns.read()?,
        operation: columns.read()?,
        at: columns.read()?,
        kind: columns.read()?,
        from: book(columns)?,
        to: book(columns)?,
        amount: Money { minor: columns.read()?, currency: columns.read()? },
        object: Some(columns.read()?).filter(|object| *object != NOTHING),
        years: columns.read()?,
        reverses: columns.read()?,
    })
}

/// What a line is for that is for no object.
const NOTHING: ObjectId = ObjectId(0);
const REVENUE: &str = "revenue";
const BANK: &str = "bank";

const SELECT_BALANCE: &str = "SELECT amount, currency FROM balance WHERE account_id = $1";
const SELECT_ENTRIES: &str = "SELECT id, operation, at, kind, from_account, from_book, to_account, to_book, \
     amount, currency, object, years, reverses FROM ledger WHERE object = $1 ORDER BY id";
// Taking nothing is always possible, even from a balance below a limit that was lowered since.
const TAKE: &str = "UPDATE balance SET amount = amount - $1 WHERE account_id = $2 AND currency = $3 \
     AND ($1 = 0 OR amount - $1 >= -credit_limit)";
const GIVE: &str = "UPDATE balance SET amount = amount + $1 WHERE account_id = $2 AND currency = $3";
const INSERT: &str = "INSERT INTO ledger (id, operation, at, kind, from_account, from_book, to_account, to_book, \
     amount, currency, object, years, reverses) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
