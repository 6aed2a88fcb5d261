//! Handles: the ids that clients choose for contacts.

use std::fmt;

use outcomes::Outcome;

use crate::{
    Refusal,
    ports::{Entropy, random_text},
};

/// A contact's identifier as clients use it (`clIDType` of RFC 5730): 3 to 16 characters, compared exactly.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Handle(Box<str>);

impl Handle {
    /// Reads a handle.
    ///
    /// # Errors
    /// `handle_malformed` when it is too short, too long, or holds a space or control character.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let length = text.chars().count();
        let fits = (3..=16).contains(&length) && !text.chars().any(|c| c.is_whitespace() || c.is_control());
        if fits { Ok(Self(text.into())) } else { Err(Refusal::new(Outcome::HandleMalformed).value(text)) }
    }

    /// A new one of the registry's own making. That it is free is likely and not certain.
    pub fn generate(entropy: &dyn Entropy, form: HandleForm) -> Self {
        match form {
            HandleForm::House => {
                let random = random_text(entropy, CAPITALS_AND_DIGITS, 11);
                let (head, tail) = random.split_at(6);
                Self(format!("CHY-{head}-{tail}").into())
            }
            HandleForm::Person => {
                let (letters, digits) = (random_text(entropy, CAPITALS, 3), random_text(entropy, DIGITS, 7));
                Self(format!("P-{letters}{digits}").into())
            }
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A handle that was parsed before and comes back from the store.
    pub fn from_store(text: String) -> Self {
        Self(text.into())
    }
}

/// What handles look like that the registry makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HandleForm {
    /// Such as `CHY-7F3K9Q-2M5XT`.
    #[default]
    House,
    /// Such as `P-ABC1234567`.
    Person,
}

const CAPITALS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
const DIGITS: &[u8] = b"0123456789";
const CAPITALS_AND_DIGITS: &[u8] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

impl AsRef<str> for Handle {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<Handle> for String {
    fn from(handle: Handle) -> Self {
        handle.0.into()
    }
}

impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
