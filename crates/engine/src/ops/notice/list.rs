use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{Instant, ListedNotice, NoticeId, Page, Window},
    ports::store::{NoticeFilter, Slice, Snapshot},
};

/// Lists the actor's notices by windows, by age. None is acknowledged by that.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Debug)]
pub struct List {
    /// Only those of these kinds: see [`crate::model::Event::kind`].
    pub kinds: Option<Vec<String>>,
    /// Only those from this moment on.
    pub from: Option<Instant>,
    /// Only those before this moment.
    pub until: Option<Instant>,
    /// Whether those that were acknowledged stand among them, for as long as they are kept.
    pub with_past: bool,
    /// Whether the list begins with the newest.
    pub newest_first: bool,
    /// Which rows.
    pub window: Window,
}

impl Operation for List {
    type Answer = Page<ListedNotice>;
    const NAME: Name = Name::NoticeList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::NoticesListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let filter = NoticeFilter {
            account: cx.actor.id(),
            kinds: self.kinds.clone(),
            from: self.from.unwrap_or(Instant::from_millis(i64::MIN)),
            until: self.until.unwrap_or(Instant::from_millis(i64::MAX)),
            with_past: self.with_past,
            newest_first: self.newest_first,
        };
        Ok(Done::new(Outcome::NoticesListed, cx.page(&filter, self.window)?))
    }
}

impl Listing for NoticeFilter {
    type Row = ListedNotice;
    type Key = NoticeId;

    fn key(row: &ListedNotice) -> NoticeId {
        row.notice.id
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<NoticeId>) -> Result<Vec<ListedNotice>, Fault> {
        store.list_notices(self, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_notices(self)
    }
}
