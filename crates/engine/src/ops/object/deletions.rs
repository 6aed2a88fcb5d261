use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{Instant, ObjectClass, ObjectId, OperationId, Page, Pattern, Window},
    ports::store::{DeletionFilter, HistoryLine, Slice, Snapshot},
};

/// Lists by windows which objects the actor had deleted, in the order in which it did. What the server did by itself is not
/// among them, and a domain stays in the list if it was restored.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Debug)]
pub struct Deletions {
    /// Only those of this class.
    pub class: Option<ObjectClass>,
    /// Only those whose name fits.
    pub name: Option<Pattern>,
    /// Only those from this moment on.
    pub from: Option<Instant>,
    /// Only those up to this moment.
    pub until: Option<Instant>,
    /// Which rows.
    pub window: Window,
}

/// A deletion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    /// What was deleted.
    pub class: ObjectClass,
    /// How it is on record.
    pub line: HistoryLine,
}

impl Operation for Deletions {
    type Answer = Page<Deletion>;
    const NAME: Name = Name::ObjectDeletions;
    const OUTCOMES: &'static [Outcome] = &[Outcome::ObjectLogTold];
}

impl Query for Deletions {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let filter = DeletionFilter {
            account: cx.actor.id(),
            class: self.class,
            name: self.name.clone(),
            from: self.from.unwrap_or(Instant::from_millis(i64::MIN)),
            until: self.until.unwrap_or(Instant::from_millis(i64::MAX)),
        };
        let page = cx.page(&filter, self.window)?.try_map(deletion)?;
        Ok(Done::new(Outcome::ObjectLogTold, page))
    }
}

fn deletion(line: HistoryLine) -> Result<Deletion, Fault> {
    let class = ObjectClass::ALL.into_iter().find(|class| class.deletion().name() == line.action);
    let class = class.ok_or_else(|| Fault::internal(format!("{} deletes nothing", line.action)))?;
    Ok(Deletion { class, line })
}

impl Listing for DeletionFilter {
    type Row = HistoryLine;
    type Key = (OperationId, ObjectId);

    fn key(row: &HistoryLine) -> Self::Key {
        (row.operation, row.object)
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<Self::Key>) -> Result<Vec<HistoryLine>, Fault> {
        store.deleted_objects(self, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_deleted_objects(self)
    }
}
