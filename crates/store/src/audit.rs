//! The audit of the ledger: reads every line once and keeps one sum per account.

use std::collections::{BTreeMap, HashSet};

use engine::Fault;
use engine::model::{AccountId, Book, Currency, EntryId, InvoiceNumber};
use engine::ports::store::{Audit, Result};

use crate::columns::Columns;
use crate::ledger;
use crate::sql::Sql;

/// Proves the balances from the lines. Streams: needs memory for the accounts and the undone lines only. The database
/// compares the invoices with their lines.
pub(crate) fn audit(sql: &impl Sql) -> Result<Audit> {
    let mut books = Books::open(sql)?;
    sql.query(SELECT_LINES, &[], &mut |mut columns| {
        let line = Line::read(&mut columns)?;
        books.enter(&line);
        Ok(())
    })?;
    for (account, fee) in sql.all(SELECT_HOLDS, &[], |columns| Ok((columns.read()?, columns.read()?)))? {
        books.hold(account, fee);
    }
    books.audit.wrong_invoices =
        sql.all(SELECT_WRONG_INVOICES, &[], |columns| Ok((columns.read()?, columns.read()?)))?;
    books.close()
}

/// What the audit needs of a line.
struct Line {
    id: EntryId,
    from: Book,
    to: Book,
    amount: i64,
    currency: Currency,
    reverses: Option<EntryId>,
    invoice: Option<InvoiceNumber>,
}

impl Line {
    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: columns.read()?,
            from: ledger::book(columns)?,
            to: ledger::book(columns)?,
            amount: columns.read()?,
            currency: columns.read()?,
            reverses: columns.read()?,
            invoice: columns.read()?,
        })
    }
}

/// The audit under way.
struct Books {
    accounts: BTreeMap<AccountId, Kept>,
    undone: HashSet<EntryId>,
    audit: Audit,
}

/// What is kept of an account's money, and the sums of its lines and of its open holds so far.
struct Kept {
    currency: Currency,
    amount: i64,
    held: i64,
    credit_limit: i64,
    /// Whether a line so far stands on an invoice.
    is_invoiced: bool,
    /// Wider than an amount, so that no order of lines can overflow it.
    sum: i128,
    holds: i128,
}

impl Books {
    fn open(sql: &impl Sql) -> Result<Self> {
        let accounts = sql.all(SELECT_BALANCES, &[], |columns| {
            let account: AccountId = columns.read()?;
            let currency = columns.read()?;
            let (amount, held, credit_limit) = (columns.read()?, columns.read()?, columns.read()?);
            Ok((account, Kept { currency, amount, held, credit_limit, is_invoiced: false, sum: 0, holds: 0 }))
        })?;
        Ok(Self { accounts: accounts.into_iter().collect(), undone: HashSet::new(), audit: Audit::default() })
    }

    fn enter(&mut self, line: &Line) {
        self.audit.entries += 1;
        let left = self.change(line.from, line.currency, -i128::from(line.amount));
        let entered = self.change(line.to, line.currency, line.amount.into());
        if !left || !entered {
            self.audit.foreign.push(line.id);
        }
        if self.lacks_invoice(line) {
            self.audit.uninvoiced.push(line.id);
        }
        if line.reverses.is_some_and(|undone| !self.undone.insert(undone)) {
            self.audit.undone_twice.push(line.id);
        }
    }

    /// Adds to the sum of a book; `false` if it is an account's and that is not kept in this currency.
    fn change(&mut self, book: Book, currency: Currency, amount: i128) -> bool {
        let Book::Account(account) = book else { return true };
        let Some(kept) = self.accounts.get_mut(&account) else { return false };
        kept.sum += amount;
        kept.currency == currency
    }

    /// Whether a payment has no invoice, although an earlier one of the account has. What was paid before there were
    /// invoices has none.
    fn lacks_invoice(&mut self, line: &Line) -> bool {
        let (Book::Account(account), Book::Revenue | Book::Tax) = (line.from, line.to) else { return false };
        let Some(kept) = self.accounts.get_mut(&account) else { return false };
        kept.is_invoiced |= line.invoice.is_some();
        kept.is_invoiced && line.invoice.is_none() && line.amount > 0
    }

    fn hold(&mut self, account: AccountId, fee: i64) {
        if let Some(kept) = self.accounts.get_mut(&account) {
            kept.holds += i128::from(fee);
        }
    }

    fn close(mut self) -> Result<Audit> {
        for (account, kept) in self.accounts {
            if i128::from(kept.amount) != kept.sum {
                self.audit.wrong_balances.push((account, kept.amount, told(account, kept.sum)?));
            }
            if i128::from(kept.held) != kept.holds {
                self.audit.wrong_holds.push((account, kept.held, told(account, kept.holds)?));
            }
            if i128::from(kept.amount) - i128::from(kept.held) < -i128::from(kept.credit_limit) {
                self.audit.overdrawn.push(account);
            }
        }
        Ok(self.audit)
    }
}

fn told(account: AccountId, sum: i128) -> Result<i64> {
    let overflow = |_| Fault::internal(format!("the lines or holds of account {} sum to {sum}", account.0));
    i64::try_from(sum).map_err(overflow)
}

const SELECT_BALANCES: &str = "SELECT account_id, currency, amount, held, credit_limit FROM balance";
const SELECT_HOLDS: &str = "SELECT account_id, net + tax FROM hold";
const SELECT_LINES: &str = "SELECT id, from_account, from_book, to_account, to_book, amount, currency, reverses, \
     invoice FROM ledger ORDER BY id";
// Adds what stands on each invoice to its lines, taken negative: what is equal comes to nothing.
const SELECT_WRONG_INVOICES: &str = "SELECT account, number FROM (\
     SELECT COALESCE(from_account, to_account) AS account, invoice AS number, currency, \
     CASE WHEN to_book = 'revenue' THEN amount WHEN from_book = 'revenue' THEN -amount ELSE 0 END AS net, \
     CASE WHEN to_book = 'tax' THEN amount WHEN from_book = 'tax' THEN -amount ELSE 0 END AS tax \
     FROM ledger WHERE invoice IS NOT NULL \
     UNION ALL SELECT account_id, number, currency, -net, -tax FROM invoice) AS side \
     GROUP BY account, number HAVING SUM(net) <> 0 OR SUM(tax) <> 0 OR COUNT(DISTINCT currency) > 1 \
     ORDER BY account, number";
