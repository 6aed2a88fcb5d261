//! Lines of the ledger.

use super::{AccountId, EntryId, Instant, InvoiceNumber, Money, ObjectId, OperationId};

/// One of the two sides of a line: a book in which money stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Book {
    /// A customer's credit.
    Account(AccountId),
    /// What the registry earned.
    Revenue,
    /// What has to be passed on to the tax office.
    Tax,
    /// Money that came from or went to the outside: payments in and out.
    Bank,
}

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub enum EntryKind {
    Deposit,
    Move,
    Create,
    Renew,
    AutoRenew,
    Transfer,
    Restore,
    Trade,
    Protect,
    ProtectRenew,
    ProtectChange,
    Mailspace,
    MailspaceRenew,
    Certify,
    CertifyRenew,
    Privacy,
    PrivacyRenew,
    Refund,
}

impl EntryKind {
    /// Every kind.
    pub const ALL: [Self; 18] = [
        Self::Deposit,
        Self::Move,
        Self::Create,
        Self::Renew,
        Self::AutoRenew,
        Self::Transfer,
        Self::Restore,
        Self::Trade,
        Self::Protect,
        Self::ProtectRenew,
        Self::ProtectChange,
        Self::Mailspace,
        Self::MailspaceRenew,
        Self::Certify,
        Self::CertifyRenew,
        Self::Privacy,
        Self::PrivacyRenew,
        Self::Refund,
    ];

    /// The name used in the store and in statements.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Deposit => "deposit",
            Self::Move => "move",
            Self::Create => "create",
            Self::Renew => "renew",
            Self::AutoRenew => "auto_renew",
            Self::Transfer => "transfer",
            Self::Restore => "restore",
            Self::Trade => "trade",
            Self::Protect => "protect",
            Self::ProtectRenew => "protect_renew",
            Self::ProtectChange => "protect_change",
            Self::Mailspace => "mailspace",
            Self::MailspaceRenew => "mailspace_renew",
            Self::Certify => "certify",
            Self::CertifyRenew => "certify_renew",
            Self::Privacy => "privacy",
            Self::PrivacyRenew => "privacy_renew",
            Self::Refund => "refund",
        }
    }

    /// The kind with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One line: an amount that leaves one book and enters another, so the sum over all books is always zero.
/// Lines are never changed or removed; they are corrected by further lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// The operation it belongs to.
    pub operation: OperationId,
    /// When it was written.
    pub at: Instant,
    /// What it is for.
    pub kind: EntryKind,
    /// The book that the amount leaves.
    pub from: Book,
    /// The book that the amount enters.
    pub to: Book,
    /// How much; never negative.
    pub amount: Money,
    /// The object it was for.
    pub object: Option<ObjectId>,
    /// The years it paid for; none for a line of tax.
    pub years: u8,
    /// The line that this one undoes.
    pub reverses: Option<EntryId>,
    /// The invoice it stands on, if any. The store gives the number when the line is written.
    pub invoice: Option<InvoiceNumber>,
}

impl Entry {
    /// What it does to an account's balance, in smallest units.
    pub fn effect_on(&self, account: AccountId) -> i64 {
        let side = |book, sign: i64| if book == Book::Account(account) { sign } else { 0 };
        (side(self.to, 1) + side(self.from, -1)) * self.amount.minor
    }
}

/// A line as a statement shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementLine {
    /// The line.
    pub entry: Entry,
    /// The name that its object had then; `None` for a line without object.
    pub name: Option<String>,
}

/// A payment for a longer registration, by a renewal or a transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidRenewal {
    /// The line of its price.
    pub entry: EntryId,
    /// The name of the domain.
    pub name: String,
    /// When it was paid.
    pub at: Instant,
    /// What was paid for.
    pub kind: EntryKind,
    /// The price before taxes.
    pub price: Money,
    /// The tax.
    pub tax: Money,
}
