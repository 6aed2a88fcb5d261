//! Tokens that stand in the place of a password, for programs.

use super::{AccountId, ApiTokenId, AuthInfoDigest, Instant, Line};
use crate::Refusal;

/// A token of an account. What it is, is told once, when it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiToken {
    /// Its id.
    pub id: ApiTokenId,
    /// Whose it is.
    pub account: AccountId,
    /// What it is called, for people; no other token of the account is.
    pub name: Line,
    /// What is kept of it: as of an authInfo, a keyed hash that is bound to the account.
    pub digest: AuthInfoDigest,
    /// Its last characters, to tell it from others.
    pub ending: String,
    /// When it was made.
    pub made_at: Instant,
}

impl ApiToken {
    /// Reads what a token is to be called.
    ///
    /// # Errors
    /// As of [`Line::parse`]: it may have 64 characters.
    pub fn parse_name(text: &str) -> Result<Line, Refusal> {
        Line::parse(text, LONGEST_NAME)
    }
}

/// Characters of a name.
const LONGEST_NAME: usize = 64;
