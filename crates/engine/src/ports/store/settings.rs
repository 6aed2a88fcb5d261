use super::Result;
use crate::model::{AccountId, Assortment, Preferences, SealedQuestion};

/// Reads what accounts say of themselves once and for all.
pub trait Settings {
    /// How an account wants its domains; `None` if it never said.
    fn preferences(&self, account: AccountId) -> Result<Option<Preferences>>;

    /// The zones that an account says it sells; without any where it has said nothing.
    fn assortment(&self, account: AccountId) -> Result<Assortment>;

    /// The question by which the holder of an account is known.
    fn question(&self, account: AccountId) -> Result<Option<SealedQuestion>>;
}

/// Writes it.
pub trait SettingsMut: Settings {
    /// Keeps how an account wants its domains, in the place of what it said before.
    fn put_preferences(&self, account: AccountId, preferences: &Preferences) -> Result<()>;

    /// Keeps which zones an account sells, in the place of what it said before.
    fn put_assortment(&self, account: AccountId, assortment: &Assortment) -> Result<()>;

    /// Keeps the question by which the holder of an account is known, in the place of the one before.
    fn put_question(&self, account: AccountId, question: &SealedQuestion) -> Result<()>;
}
