use super::{Inserted, Result};
use crate::model::{AccountId, Reseller, ResellerReference};

/// Reads the resellers of registrars.
pub trait Resellers {
    /// A reseller of a registrar.
    fn reseller(&self, account: AccountId, reference: &ResellerReference) -> Result<Option<Reseller>>;

    /// All resellers of a registrar, by reference.
    fn resellers(&self, account: AccountId) -> Result<Vec<Reseller>>;
}

/// Writes them.
pub trait ResellersMut: Resellers {
    /// Adds a reseller unless its reference is taken.
    fn insert_reseller(&self, account: AccountId, reseller: &Reseller) -> Result<Inserted>;

    /// Replaces what is known of a reseller.
    fn update_reseller(&self, account: AccountId, reseller: &Reseller) -> Result<()>;

    /// Removes a reseller; domains name it no more. `false` if there is none.
    fn delete_reseller(&self, account: AccountId, reference: &ResellerReference) -> Result<bool>;
}
