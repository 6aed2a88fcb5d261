//! Letters to people outside the system.

use super::{AccountId, Email, Instant, LetterId, SealedSecret, Secret};

/// A letter to somebody outside the system. It may hold a secret, so it does not print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its id, the same at every attempt to deliver it.
    pub id: LetterId,
    /// On whose behalf it is sent.
    pub account: AccountId,
    /// When it was written.
    pub at: Instant,
    /// To whom.
    pub to: Email,
    /// What it is about, in one line.
    pub subject: String,
    /// The text, in lines that end with `\n`.
    pub text: Secret,
}

/// A letter as it lies in the store until it is delivered or given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedLetter {
    /// Its id.
    pub id: LetterId,
    /// On whose behalf it is sent; the text is sealed for this account.
    pub account: AccountId,
    /// When it was written.
    pub at: Instant,
    /// To whom.
    pub to: Email,
    /// What it is about.
    pub subject: String,
    /// The text, encrypted.
    pub text: SealedSecret,
}
