use super::Result;
use crate::model::{AccountId, AddressCheck, Email, ObjectId};

/// Reads which addresses have to be confirmed, and which were.
pub trait AddressChecks {
    /// What is known of an address, which is in small letters, for an account.
    fn address_check(&self, account: AccountId, email: &Email) -> Result<Option<AddressCheck>>;

    /// The one with an id.
    fn address_check_by_id(&self, id: ObjectId) -> Result<Option<AddressCheck>>;
}

/// Writes it.
pub trait AddressChecksMut: AddressChecks {
    /// Keeps what is known of an address, in the place of what was kept under its id.
    fn put_address_check(&self, check: &AddressCheck) -> Result<()>;
}
