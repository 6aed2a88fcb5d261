use super::Result;
use crate::model::{AccountId, ContactId, DomainId, Upkeep};

/// Reads standing orders for domains, and who speaks for registrants.
pub trait Upkeeps {
    /// The orders for a domain; none if there are none.
    fn upkeep(&self, domain: DomainId) -> Result<Upkeep>;

    /// The persons beside the first that speak for a registrant: kind (`admin` or `billing`), place and contact, in this
    /// order.
    fn persons(&self, holder: ContactId) -> Result<Vec<(String, u8, ContactId)>>;
}

/// Writes them.
pub trait UpkeepsMut: Upkeeps {
    /// Keeps the orders of an account for a domain. The reseller that they name is known to be there.
    fn put_upkeep(&self, account: AccountId, domain: DomainId, upkeep: &Upkeep) -> Result<()>;

    /// Puts a person at a place, instead of another that stood there.
    fn put_person(&self, holder: ContactId, kind: &str, place: u8, person: ContactId) -> Result<()>;

    /// Takes the person at a place away.
    fn remove_person(&self, holder: ContactId, kind: &str, place: u8) -> Result<()>;
}
