//! The audit of the ledger: reads every line once and keeps one sum per account.

use std::collections::{BTreeMap, HashSet};

use engine::Fault;
use engine::model::{AccountId, Book, Currency, EntryId};
use engine::ports::store::{Audit, Result};

use crate::columns::Columns;
use crate::ledger;
use crate::sql::Sql;

/// Proves the balances from the lines. Streams: needs memory for the accounts and the undone lines only.
pub(crate) fn audit(sql: &impl Sql) -> Result<Audit> {
    let mut books = Books::open(sql)?;
    sql.query(SELECT_LINES, &[], &mut |mut columns| {
        let line = Line::read(&mut columns)?;
        books.enter(&line);
        Ok(())
    })?;
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
        })
    }
}

/// The audit under way.
struct Books {
    accounts: BTreeMap<AccountId, Kept>,
    undone: HashSet<EntryId>,
    audit: Audit,
}

/// An account's balance as it is kept, and the sum of its lines so far.
struct Kept {
    currency: Currency,
    amount: i64,
    credit_limit: i64,
    /// Wider than an amount, so that no order of lines can overflow it.
    sum: i128,
}

impl Books {
    fn open(sql: &impl Sql) -> Result<Self> {
        let accounts = sql.all(SELECT_BALANCES, &[], |columns| {
            let account: AccountId = columns.read()?;
            let currency = columns.read()?;
            Ok((account, Kept { currency, amount: columns.read()?, credit_limit: columns.read()?, sum: 0 }))
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

    fn close(mut self) -> Result<Audit> {
        for (account, kept) in self.accounts {
            if i128::from(kept.amount) != kept.sum {
                let sum = i64::try_from(kept.sum).map_err(|_| {
                    Fault::internal(format!("the lines of account {} sum to {}", account.0, kept.sum))
                })?;
                self.audit.wrong_balances.push((account, kept.amount, sum));
            }
            if i128::from(kept.amount) < -i128::from(kept.credit_limit) {
                self.audit.overdrawn.push(account);
            }
        }
        Ok(self.audit)
    }
}

const SELECT_BALANCES: &str = "SELECT account_id, currency, amount, credit_limit FROM balance";
const SELECT_LINES: &str = "SELECT id, from_account, from_book, to_account, to_book, amount, currency, reverses \
     FROM ledger ORDER BY object, id";
