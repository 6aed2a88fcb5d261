//! E-mail addresses of registrants that have to be confirmed.

use super::{AccountId, AuthInfo, AuthInfoDigest, Email, Instant, ObjectId};

/// An address of which an account has to know that whoever holds its domains reads what is sent there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressCheck {
    /// Its id, which the letter names beside the key.
    pub id: ObjectId,
    /// The account.
    pub account: AccountId,
    /// The address, in small letters.
    pub email: Email,
    /// Since when it waits to be confirmed.
    pub asked_at: Instant,
    /// Until when it is to be.
    pub until: Instant,
    /// When the last letter was written: the keys in earlier ones are void.
    pub mailed_at: Instant,
    /// What is kept of the key in that letter.
    pub key: AuthInfoDigest,
    /// When it was confirmed, if it was: it is never asked for again.
    pub confirmed_at: Option<Instant>,
}

impl AddressCheck {
    /// Whether it still has to be confirmed.
    pub const fn is_open(&self) -> bool {
        self.confirmed_at.is_none()
    }
}

/// What the letter tells: which address it is about, and the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressCode {
    /// The id of the address.
    pub check: ObjectId,
    /// The key.
    pub key: AuthInfo,
}

impl AddressCode {
    /// Reads one, as the letter writes it; `None` if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let (check, key) = text.trim().split_once('-')?;
        Some(Self { check: ObjectId(check.parse().ok()?), key: AuthInfo::presented(key) })
    }
}
