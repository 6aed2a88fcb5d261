use super::{Result, Slice};
use crate::model::{AccountId, Instant, ListedNotice, Notice, NoticeId};

/// The head of an account's queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    /// How many notices wait, the head among them.
    pub waiting: u64,
    /// The oldest.
    pub head: Notice,
}

/// Which notices of an account are listed, by age.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NoticeFilter {
    /// Whose.
    pub account: AccountId,
    /// Only those of these kinds ([`crate::model::Event::kind`]).
    pub kinds: Option<Vec<String>>,
    /// Only those from this moment on.
    pub from: Instant,
    /// Only those before this moment.
    pub until: Instant,
    /// Whether those that were acknowledged stand among them.
    pub with_past: bool,
    /// Whether the list begins with the newest.
    pub newest_first: bool,
}

/// Reads notices.
pub trait Notices {
    /// The head of an account's queue and how many wait, `None` if none does. Costs the same however many wait.
    fn queue(&self, account: AccountId) -> Result<Option<Queue>>;

    /// The notice with an id, in whoever's queue it is.
    fn notice(&self, id: NoticeId) -> Result<Option<Notice>>;

    /// The oldest notices of an account's queue, in order; at most so many.
    fn notices(&self, account: AccountId, most: usize) -> Result<Vec<Notice>>;

    /// A slice of a list.
    fn list_notices(&self, filter: &NoticeFilter, slice: &Slice<NoticeId>) -> Result<Vec<ListedNotice>>;

    /// How many rows a list has.
    fn count_notices(&self, filter: &NoticeFilter) -> Result<u64>;

    /// A notice of an account that was acknowledged, while it is kept.
    fn past_notice(&self, account: AccountId, id: NoticeId) -> Result<Option<ListedNotice>>;
}

/// Writes notices.
pub trait NoticesMut: Notices {
    /// Puts a notice at the end of its account's queue.
    fn push_notice(&self, notice: &Notice) -> Result<()>;

    /// Takes a notice out of its account's queue. `false` if it was not there any more.
    fn remove_notice(&self, account: AccountId, id: NoticeId) -> Result<bool>;

    /// Keeps a notice that is acknowledged at a moment, to be read again; forgets those of its account that are older
    /// than [`ListedNotice::KEPT_DAYS`] then.
    fn keep_notice(&self, notice: &Notice, at: Instant) -> Result<()>;
}
