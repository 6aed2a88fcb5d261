//! Text that must not be printed.

use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::{
    Field, Outcome, Refusal,
    ports::{Entropy, random_text},
};

/// A password, authInfo or key in clear. It does not print, compares in constant time and is wiped after use.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes a text into custody.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// Reads a password that somebody chooses: 6 characters, fewer than which RFC 5730 does not allow, to 255.
    ///
    /// # Errors
    /// `new_password_unacceptable`.
    pub fn chosen(text: &str) -> Result<Self, Refusal> {
        Self::chosen_within(text, LONGEST)
    }

    /// The same where a protocol takes no more than so many characters.
    ///
    /// # Errors
    /// `new_password_unacceptable`.
    pub fn chosen_within(text: &str, longest: usize) -> Result<Self, Refusal> {
        if (SHORTEST..=longest).contains(&text.chars().count()) {
            return Ok(Self::new(text));
        }
        let reason = format!("it needs {SHORTEST} to {longest} characters");
        Err(Refusal::new(Outcome::NewPasswordUnacceptable).at(Field::NewPassword).fact("reason", reason))
    }

    /// One that is made up for somebody, of so many letters and digits: each is worth 5.8 bits that nobody can guess.
    pub fn generate(entropy: &dyn Entropy, length: usize) -> Self {
        Self::new(random_text(entropy, LETTERS_AND_DIGITS, length))
    }

    /// The text itself. Name the reason where this is called.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(***)")
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for Secret {}

/// Characters of a password that somebody chooses.
const SHORTEST: usize = 6;
/// Without those that are easily confused, as what is made up is typed from letters.
const LETTERS_AND_DIGITS: &[u8] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz";
/// More of them nobody types.
const LONGEST: usize = 255;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_password_is_measured_in_characters() {
        for (text, fits) in
            [("héllo", false), ("héllo!", true), (&"ř".repeat(255), true), (&"x".repeat(256), false)]
        {
            assert_eq!(Secret::chosen(text).is_ok(), fits, "{text}");
        }
        let refusal = Secret::chosen_within("twenty-one characters", 20).unwrap_err();
        assert_eq!(refusal.outcome, Outcome::NewPasswordUnacceptable);
    }
}
