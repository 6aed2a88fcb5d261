//! Names of mailspaces and mailboxes.

use std::fmt;

use outcomes::Outcome;

use super::MailspaceId;
use crate::Refusal;

/// A type of name: 1 to 64 letters and digits, with single dots, hyphens or underscores between them. Small and capital
/// letters are the same; the canonical form has small ones.
macro_rules! mail_name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// Reads a name.
            ///
            /// # Errors
            /// `mail_name_malformed`.
            pub fn parse(text: &str) -> Result<Self, Refusal> {
                canonical(text).map(Self)
            }

            /// The canonical text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// A name that was parsed before and comes back from the store.
            pub fn from_store(text: String) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

mail_name!(
    /// The name of a mailspace, unique in the system. 1 to 64 letters and digits, with single dots, hyphens or
    /// underscores between them, in small letters.
    MailspaceName
);
mail_name!(
    /// The name of a mailbox, unique in its account. 1 to 64 letters and digits, with single dots, hyphens or underscores
    /// between them, in small letters.
    MailboxName
);

impl MailspaceName {
    /// The name of a mailspace whose account chose none.
    pub fn numbered(id: MailspaceId) -> Self {
        Self(format!("ms-{}", id.0).into())
    }
}

fn canonical(text: &str) -> Result<Box<str>, Refusal> {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if text.len() > 64 || !text.split(['-', '.', '_']).all(is_word) {
        return Err(Refusal::new(Outcome::MailNameMalformed).value(text));
    }
    Ok(text.to_ascii_lowercase().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_words_with_something_between_them() {
        assert_eq!(MailspaceName::parse("Shop-1.main").unwrap().as_str(), "shop-1.main");
        assert_eq!(MailboxName::parse("INFO_2").unwrap().as_str(), "info_2");
        for bad in ["", "-a", "a-", "a..b", "a b", "a@b", "bücher", "a\n", &"a".repeat(65)] {
            assert_eq!(MailboxName::parse(bad).unwrap_err().outcome, Outcome::MailNameMalformed, "{bad:?}");
        }
    }
}
