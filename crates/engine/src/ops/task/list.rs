use outcomes::{Operation as Name, Outcome};

use super::TaskView;
use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{AccountId, Page, Task, TaskId, Window},
    ports::store::{Slice, Snapshot, TaskFilter},
};

/// Lists the tasks of the actor through a window, the oldest first.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Debug)]
pub struct List {
    /// Which of them.
    pub filter: TaskFilter,
    /// Which part of the list.
    pub window: Window,
}

impl Operation for List {
    type Answer = Page<TaskView>;
    const NAME: Name = Name::TaskList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::TasksListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<TaskView>>, Failure> {
        let page = cx.page(&Listed(cx.actor.id(), self.filter.clone()), self.window)?;
        let page = page.try_map(|task| TaskView::of(cx, task))?;
        Ok(Done::new(Outcome::TasksListed, page))
    }
}

/// The tasks of an account that fit.
#[derive(Hash)]
struct Listed(AccountId, TaskFilter);

impl Listing for Listed {
    type Row = Task;
    type Key = TaskId;

    fn key(row: &Task) -> TaskId {
        row.id
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<TaskId>) -> Result<Vec<Task>, Fault> {
        store.tasks(self.0, &self.1, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_tasks(self.0, &self.1)
    }
}
