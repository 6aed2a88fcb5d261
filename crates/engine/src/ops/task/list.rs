use outcomes::{Operation as Name, Outcome};

use super::TaskView;
use crate::{
    Context, Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{Page, Task, TaskId, TaskKind, TaskState, Window},
    ports::store::{Slice, Snapshot, TaskFilter},
};

/// Lists the tasks of the actor through a window, the oldest first.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Debug)]
pub struct List {
    /// Which of them.
    pub listed: Listed,
    /// Which part of the list.
    pub window: Window,
}

/// Which tasks of an account are listed: those of which all is true that is asked for.
#[derive(Clone, Debug)]
pub struct Listed {
    /// They are of this kind.
    pub kind: TaskKind,
    /// It is this one.
    pub id: Option<TaskId>,
    /// They stand so.
    pub state: Option<TaskState>,
    /// They are one of these commands; all if none is named.
    pub commands: Vec<String>,
    /// They are about this object.
    pub object: Option<String>,
    /// They were last answered with this code.
    pub code: Option<u32>,
}

impl Listed {
    /// All of a kind.
    pub const fn all(kind: TaskKind) -> Self {
        Self { kind, id: None, state: None, commands: Vec::new(), object: None, code: None }
    }
}

impl Operation for List {
    type Answer = Page<TaskView>;
    const NAME: Name = Name::TaskList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::TasksListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<TaskView>>, Failure> {
        let Listed { kind, id, state, commands, object, code } = self.listed.clone();
        let filter = TaskFilter { account: cx.actor.id(), kind, id, state, commands, object, code };
        let page = cx.page(&Kept(filter), self.window)?;
        let page = page.try_map(|task| TaskView::of(cx, task))?;
        Ok(Done::new(Outcome::TasksListed, page))
    }
}

impl TaskView {
    /// A task with its words.
    ///
    /// # Errors
    /// A fault if they do not open.
    pub(super) fn of<S: Snapshot + ?Sized>(cx: &Context<'_, S>, task: Task) -> Result<Self, Fault> {
        let words = cx.unseal(&task.words, task.account)?;
        Ok(Self { task, words })
    }
}

/// The tasks that fit.
#[derive(Hash)]
struct Kept(TaskFilter);

impl Listing for Kept {
    type Row = Task;
    type Key = TaskId;

    fn key(row: &Task) -> TaskId {
        row.id
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<TaskId>) -> Result<Vec<Task>, Fault> {
        store.tasks(&self.0, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_tasks(&self.0)
    }
}
