//! What an account keeps beside itself, a domain or an order, in words of its own. Nothing here looks at it.

use super::{AccountId, Instant, Line};

/// Where a memo is kept: of whom, about what, under which name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoPlace {
    /// Whose it is.
    pub account: AccountId,
    /// About what kind of thing.
    pub kind: MemoKind,
    /// The id of the thing: of the account itself, of a domain, of an order.
    pub object: i64,
    /// A number of the account's own.
    pub number: u8,
    /// The name.
    pub key: Line,
}

/// What a memo says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Memo {
    /// The text.
    pub value: Line,
    /// Whether accounts below the account see it too.
    pub is_shown: bool,
    /// Who wrote it, in the account's words.
    pub entered_by: Option<Line>,
    /// When.
    pub set_at: Instant,
}

/// About what kind of thing a memo is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemoKind {
    /// The account itself.
    Account,
    /// A domain.
    Domain,
    /// An order.
    Order,
}

impl MemoKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Account, Self::Domain, Self::Order];

    /// The name under which it is kept.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Domain => "domain",
            Self::Order => "order",
        }
    }
}
