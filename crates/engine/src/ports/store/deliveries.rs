use super::Result;
use crate::model::{AccountId, CargoId, Delivery, Destination, LetterId, SealedLetter};

/// Reads where notices are delivered, and what is on its way.
pub trait Deliveries {
    /// Where an account wants its notices, if anywhere beside its queue.
    fn destination(&self, account: AccountId) -> Result<Option<Destination>>;

    /// The delivery of something that is on its way.
    fn delivery(&self, cargo: CargoId) -> Result<Option<Delivery>>;

    /// The letter with an id, if it is on its way.
    fn letter(&self, id: LetterId) -> Result<Option<SealedLetter>>;
}

/// Writes where notices are delivered, and what is on its way.
pub trait DeliveriesMut: Deliveries {
    /// Sets where an account wants its notices; `None` for nowhere.
    fn put_destination(&self, account: AccountId, destination: Option<&Destination>) -> Result<()>;

    /// Records how far a delivery is.
    fn put_delivery(&self, delivery: &Delivery) -> Result<()>;

    /// Ends a delivery, and with it the letter that was delivered. `false` if it was not under way any more.
    fn remove_delivery(&self, cargo: CargoId) -> Result<bool>;

    /// Keeps a letter until its delivery ends.
    fn put_letter(&self, letter: &SealedLetter) -> Result<()>;
}
