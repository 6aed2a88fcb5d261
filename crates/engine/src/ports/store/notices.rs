use super::Result;
use crate::model::{AccountId, Notice, NoticeId};

/// The head of an account's queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    /// How many notices wait, the head among them.
    pub waiting: u64,
    /// The oldest.
    pub head: Notice,
}

/// Reads notices.
pub trait Notices {
    /// The head of an account's queue and how many wait, `None` if none does. Costs the same however many wait.
    fn queue(&self, account: AccountId) -> Result<Option<Queue>>;

    /// The notice with an id, in whoever's queue it is.
    fn notice(&self, id: NoticeId) -> Result<Option<Notice>>;

    /// The oldest notices of an account's queue, in order; at most so many.
    fn notices(&self, account: AccountId, most: usize) -> Result<Vec<Notice>>;
}

/// Writes notices.
pub trait NoticesMut: Notices {
    /// Puts a notice at the end of its account's queue.
    fn push_notice(&self, notice: &Notice) -> Result<()>;

    /// Takes a notice out of its account's queue. `false` if it was not there any more.
    fn remove_notice(&self, account: AccountId, id: NoticeId) -> Result<bool>;
}
