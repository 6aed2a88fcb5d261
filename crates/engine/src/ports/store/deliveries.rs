use super::Result;
use crate::model::{AccountId, Delivery, Destination, NoticeId};

/// Reads where notices are delivered, and which are on their way.
pub trait Deliveries {
    /// Where an account wants its notices, if anywhere beside its queue.
    fn destination(&self, account: AccountId) -> Result<Option<Destination>>;

    /// The delivery of a notice that is on its way.
    fn delivery(&self, notice: NoticeId) -> Result<Option<Delivery>>;
}

/// Writes where notices are delivered, and which are on their way.
pub trait DeliveriesMut: Deliveries {
    /// Sets where an account wants its notices; `None` for nowhere.
    fn put_destination(&self, account: AccountId, destination: Option<&Destination>) -> Result<()>;

    /// Records how far a delivery is.
    fn put_delivery(&self, delivery: &Delivery) -> Result<()>;

    /// Ends a delivery. `false` if it was not under way any more.
    fn remove_delivery(&self, notice: NoticeId) -> Result<bool>;
}
