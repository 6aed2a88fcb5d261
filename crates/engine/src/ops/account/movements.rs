//! A statement as an account's holder reads it: one movement for what was paid together.

use super::StatementPage;
use crate::model::{
    AccountId, EntryKind, HeldLine, Instant, InvoiceNumber, Money, OperationId, StatementLine,
};

/// Something that raised or lowered an account's balance, or will.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// Its id: that of its first line or of the hold.
    pub id: i64,
    /// Which way the money went.
    pub direction: Direction,
    /// The number of the order: the operation that was paid for.
    pub order: OperationId,
    /// What for.
    pub kind: EntryKind,
    /// The name that its object had then, if it has one.
    pub name: Option<String>,
    /// The years that were paid for.
    pub years: u8,
    /// How much, the tax among it; negative where it lowers the balance.
    pub amount: Money,
    /// The invoice. It was made at the same moment.
    pub invoice: Option<InvoiceNumber>,
    /// Whether it is only set aside.
    pub blocked: bool,
    /// When.
    pub at: Instant,
}

/// Which way money went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Out of the account.
    Payment,
    /// Into the account.
    Deposit,
}

impl StatementPage {
    /// The lines of this page as movements, in their order, then what is set aside. The price and the tax of one order
    /// are one movement, if both stand on this page.
    pub fn movements(&self) -> Vec<Movement> {
        let together = |left: &StatementLine, right: &StatementLine| {
            let of = |line: &StatementLine| (line.entry.operation, line.entry.object, line.entry.kind);
            of(left) == of(right)
        };
        let booked = self.lines.chunk_by(together).filter_map(|lines| Movement::of(self.account, lines));
        booked.chain(self.held.iter().map(Movement::of_hold)).collect()
    }
}

impl Movement {
    fn of(account: AccountId, lines: &[StatementLine]) -> Option<Self> {
        // The price comes before the tax, on whichever page order.
        let first = lines.iter().min_by_key(|line| line.entry.id)?;
        let minor = lines.iter().map(|line| line.entry.effect_on(account)).sum();
        let entry = &first.entry;
        Some(Self {
            id: entry.id.0,
            direction: if minor < 0 { Direction::Payment } else { Direction::Deposit },
            order: entry.operation,
            kind: entry.kind,
            name: first.name.clone(),
            years: entry.years,
            amount: Money::new(minor, entry.amount.currency),
            invoice: entry.invoice,
            blocked: false,
            at: entry.at,
        })
    }

    fn of_hold(held: &HeldLine) -> Self {
        let HeldLine { hold, name } = held;
        let gross = hold.fee.gross();
        Self {
            id: hold.id.0,
            direction: Direction::Payment,
            order: hold.operation,
            kind: hold.kind,
            name: name.clone(),
            years: hold.years,
            amount: Money::new(-gross.minor, gross.currency),
            invoice: None,
            blocked: true,
            at: hold.at,
        }
    }
}
