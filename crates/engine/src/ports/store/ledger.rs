use super::{Result, Slice};
use crate::model::{
    AccountId, Entry, EntryId, HeldLine, Hold, Instant, Invoice, InvoiceDraft, InvoiceNumber, Money,
    NamePattern, ObjectId, OperationId, Owed, PaidRenewal, Standing, StatementLine,
};

/// Whether lines could be written, or money set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Posted {
    /// It is done. This is how the account stands now: the one that paid or, if none did, the one that was paid.
    Yes(Standing),
    /// It would bring the paying account below its credit limit; nothing was changed.
    CreditInsufficient,
}

/// Which lines of an account a statement asks for: those of a span of time, in the order in which they were booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StatementSpan {
    /// Whose lines.
    pub account: AccountId,
    /// From this moment on.
    pub from: Instant,
    /// Before this moment.
    pub until: Instant,
}

/// Which payments for longer registrations are listed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RenewalFilter {
    /// Whose.
    pub account: AccountId,
    /// Those made at this moment or later.
    pub since: Instant,
    /// For domains whose names fit.
    pub pattern: NamePattern,
}

/// A piece of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatementSlice {
    /// Whether to begin with the line that was booked last.
    pub newest_first: bool,
    /// The last line of the piece before; `None` for the first piece.
    pub after: Option<EntryId>,
    /// How many lines behind that are left out.
    pub skip: u64,
    /// How many lines at most.
    pub most: u32,
}

/// What the lines of an account sum to, in smallest units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turnover {
    /// Those within the span.
    pub within: i64,
    /// Those within the span and all after it.
    pub since: i64,
    /// What of those within is tax.
    pub tax_within: i64,
    /// What of those since is tax.
    pub tax_since: i64,
    /// How many lines are within the span.
    pub lines: u64,
}

/// What an audit of the whole ledger found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// How many lines were read.
    pub entries: u64,
    /// Accounts whose kept balance is not the sum of their lines: (account, kept, summed), in smallest units.
    pub wrong_balances: Vec<(AccountId, i64, i64)>,
    /// Accounts of which more or less is kept as set aside than their open holds sum to: (account, kept, summed).
    pub wrong_holds: Vec<(AccountId, i64, i64)>,
    /// Accounts whose balance, without what is set aside, is below their credit limit.
    pub overdrawn: Vec<AccountId>,
    /// Lines in another currency than the account they touch.
    pub foreign: Vec<EntryId>,
    /// Lines that undo a line which another one undid before.
    pub undone_twice: Vec<EntryId>,
    /// Invoices that are not what their lines sum to, or lines of an invoice that is not there.
    pub wrong_invoices: Vec<(AccountId, InvoiceNumber)>,
    /// Payments without an invoice, later than the account's first one that has one.
    pub uninvoiced: Vec<EntryId>,
}

impl Audit {
    /// Whether nothing is wrong.
    pub fn is_clean(&self) -> bool {
        self.wrong_balances.is_empty()
            && self.wrong_holds.is_empty()
            && self.overdrawn.is_empty()
            && self.foreign.is_empty()
            && self.undone_twice.is_empty()
            && self.wrong_invoices.is_empty()
            && self.uninvoiced.is_empty()
    }
}

/// Reads the ledger.
pub trait Ledger {
    /// How an account stands.
    fn standing(&self, account: AccountId) -> Result<Standing>;

    /// How some accounts stand, in any order. One statement for all.
    fn standings(&self, accounts: &[AccountId]) -> Result<Vec<(AccountId, Standing)>>;

    /// An account's balance, in its currency.
    fn balance(&self, account: AccountId) -> Result<Money> {
        self.standing(account).map(|standing| standing.balance)
    }

    /// The lines written for an object, oldest first.
    fn entries_of(&self, object: ObjectId) -> Result<Vec<Entry>>;

    /// The open holds for an object, oldest first.
    fn holds_of(&self, object: ObjectId) -> Result<Vec<Hold>>;

    /// The open holds of an account that were placed within a span, oldest first, with the names that objects had.
    fn holds_within(&self, span: StatementSpan) -> Result<Vec<HeldLine>>;

    /// An invoice of an account.
    fn invoice(&self, account: AccountId, number: InvoiceNumber) -> Result<Option<Invoice>>;

    /// What could not be given back yet, oldest first.
    fn all_owed(&self) -> Result<Vec<Owed>>;

    /// What could not be given back of what was paid for by an operation.
    fn owed(&self, operation: OperationId) -> Result<Option<Owed>>;

    /// A piece of an account's statement, with the names that objects had. Costs a walk over all lines booked since
    /// the span began.
    fn statement(&self, span: StatementSpan, slice: StatementSlice) -> Result<Vec<StatementLine>>;

    /// What an account's lines of a span sum to. Costs a walk over all lines booked since the span began.
    fn turnover(&self, span: StatementSpan) -> Result<Turnover>;

    /// What an account paid to have domains longer, by the age of the payments. Costs a walk over all lines booked since the
    /// span began.
    fn renewals(&self, filter: &RenewalFilter, slice: &Slice<EntryId>) -> Result<Vec<PaidRenewal>>;

    /// How many such payments there are, at the same cost.
    fn count_renewals(&self, filter: &RenewalFilter) -> Result<u64>;

    /// Reads every line and proves the balances.
    fn audit(&self) -> Result<Audit>;
}

/// Writes the ledger. What is set aside counts as gone wherever a credit limit is looked at.
pub trait LedgerMut: Ledger {
    /// Writes a line and changes the balances of the accounts on either side.
    fn post(&self, entry: &Entry) -> Result<Posted> {
        self.post_together(std::slice::from_ref(entry))
    }

    /// Writes lines, all or none, and changes the balances of the accounts on either side. All are of one currency and
    /// name the same account on a side, if they name one there. A payer's balance is changed by one conditional
    /// update that holds it to its credit limit.
    fn post_together(&self, entries: &[Entry]) -> Result<Posted> {
        self.post_invoiced(entries, None)
    }

    /// The same, with the invoice that the lines stand on: it gets the next number of its account and year.
    fn post_invoiced(&self, entries: &[Entry], invoice: Option<&InvoiceDraft>) -> Result<Posted>;

    /// Sets money aside, by the same conditional update.
    fn hold(&self, hold: &Hold) -> Result<Posted>;

    /// Pays what was set aside by lines that sum to exactly that, with their invoice. It cannot be refused: the money is
    /// there.
    ///
    /// # Errors
    /// A fault if the hold is not open, so none is settled twice.
    fn settle(&self, hold: Hold, entries: &[Entry], invoice: Option<&InvoiceDraft>) -> Result<Standing>;

    /// Gives back what was set aside.
    ///
    /// # Errors
    /// A fault if the hold is not open.
    fn release(&self, hold: Hold) -> Result<Standing>;

    /// Notes what could not be given back.
    fn put_owed(&self, owed: &Owed) -> Result<()>;

    /// Takes such a note away, because it is given back. `false` if it was not there any more.
    fn remove_owed(&self, operation: OperationId) -> Result<bool>;
}
