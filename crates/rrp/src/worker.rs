//! Who carries out the commands in the job queue.

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use crew::{Crew, Once};
use edge::{Desk, Errand};
use engine::model::TaskId;
use engine::ports::TaskAsk;
use engine::{Actor, Failure, Request};
use tokio::runtime::{Builder, Runtime};

use crate::call::{Call, Turn};
use crate::commands::job::carry;
use crate::entrance::Visitor;
use crate::face::Face;

/// Commands whose turn has come.
type Waiting = Once<TaskId, TaskAsk>;

/// Takes commands from the runner of what is due and carries them out, one after another, on a thread of its own: those of an
/// account in the order in which it gave them.
pub struct Worker {
    line: Arc<crew::Desk<Waiting>>,
    crew: Crew<Waiting>,
}

impl Worker {
    /// Starts the thread.
    ///
    /// # Errors
    /// The operating system gives no more threads.
    pub fn start(desk: Desk) -> std::io::Result<Self> {
        let runtime = Arc::new(Builder::new_current_thread().enable_all().build()?);
        let line = Arc::new(crew::Desk::new(Waiting::of_at_most(LONGEST_LINE)));
        let ended = Arc::clone(&line);
        let work = move |ask: TaskAsk| {
            work(&runtime, &desk, &ask);
            ended.change(|waiting, _| waiting.ended(&ask.task.id));
        };
        let crew = Crew::start("jobs", 1, Arc::clone(&line), work)?;
        Ok(Self { line, crew })
    }

    /// Takes commands. Never waits: what finds no room is handed out again when its next reminder comes.
    pub fn take(&self, asks: impl IntoIterator<Item = TaskAsk>) {
        self.line.change(|waiting, is_open| {
            for ask in asks {
                let task = ask.task.id;
                if !is_open || !waiting.put(task, ask) {
                    tracing::warn!(%task, "no room for a job: it waits for its next turn");
                }
            }
        });
    }

    /// Waits until nothing waits or is carried out any more, and how it ended is recorded. `false` if that takes too long.
    /// Blocks.
    pub fn settle(&self, patience: Duration) -> bool {
        self.line.wait(patience, Waiting::is_idle)
    }

    /// Ends: what waits stays for its next turn, what is being carried out is waited for. Blocks, but no longer than told.
    pub fn close(self, patience: Duration) {
        if !self.crew.close(patience, Waiting::is_still) {
            tracing::warn!("a job under way is left behind; it is looked at again after the next start");
        }
    }
}

/// A command that panics has not been done, or has and says so when it is handed out again; the thread goes on with the next.
fn work(runtime: &Runtime, desk: &Desk, ask: &TaskAsk) {
    let task = ask.task.id;
    match panic::catch_unwind(AssertUnwindSafe(|| runtime.block_on(carried(desk, ask)))) {
        Ok(Ok(())) => tracing::debug!(%task, "a job came to its end"),
        Ok(Err(failure)) => {
            tracing::warn!(%task, ?failure, "a job could not be carried out, and will be tried again")
        }
        Err(_) => tracing::error!(%task, "a job panicked, and will be tried again"),
    }
}

/// # Errors
/// A fault: a command that was refused has come to its end, too.
async fn carried(desk: &Desk, ask: &TaskAsk) -> Result<(), Failure> {
    let request = Request {
        client_id: ask.task.client_id.clone(),
        ..Request::new(ask.actor.clone(), desk.engine().new_operation())
    };
    let visitor = visitor(ask.actor.clone());
    let call = Call {
        errand: Errand { desk, request },
        face: Face::named(&ask.task.protocol),
        visitor,
        from: std::net::Ipv4Addr::LOCALHOST.into(),
        rooms: None,
        turn: Turn::Now,
        done: OnceLock::new(),
    };
    match carry(&call, &ask.task, &ask.words).await {
        Ok(_) | Err(Failure::Refused(_)) => Ok(()),
        Err(fault) => Err(fault),
    }
}

fn visitor(actor: Actor) -> Visitor {
    let login = actor.account.clid.as_str().to_lowercase();
    Visitor { actor, login, user: None, session: None }
}

/// Commands that may wait.
const LONGEST_LINE: usize = 4_096;
