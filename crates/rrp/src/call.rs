//! A command on its way to the engine.

use std::net::IpAddr;
use std::ops::Deref;
use std::sync::OnceLock;

use edge::Errand;
use engine::guard::{SessionTerms, Sessions};
use engine::model::TaskId;
use engine::ops::task::Carry;
use engine::{Command, End, Outcome, Refusal};
use outcomes::Operation as Name;

use crate::entrance::{Opened, Visitor};
use crate::face::Face;

/// Who asks, and how.
pub(crate) struct Call<'a> {
    pub(crate) errand: Errand<'a>,
    pub(crate) face: Face,
    /// Who asks, as it came in.
    pub(crate) visitor: Visitor,
    /// From which address.
    pub(crate) from: IpAddr,
    /// Where sessions are kept; `None` where the connection is the session.
    pub(crate) rooms: Option<Rooms<'a>>,
    /// When what it asks for is done.
    pub(crate) turn: Turn,
    /// What was done, where that is not what the command is called after: how the answer is put depends on it.
    pub(crate) done: OnceLock<Name>,
}

/// When what a command asks for is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// At once.
    Now,
    /// Not now: only its parameters are looked at.
    Later,
    /// Now, because it is the turn of this task.
    Task(TaskId),
}

/// The sessions of a protocol that sends each request by itself.
#[derive(Clone, Copy)]
pub(crate) struct Rooms<'a> {
    /// Those that are open.
    pub(crate) sessions: &'a Sessions<Opened>,
    /// For how long the next will be.
    pub(crate) terms: SessionTerms,
}

impl Call<'_> {
    /// The same at another turn, in the words of another face.
    pub(crate) fn at(&self, turn: Turn, face: Face) -> Call<'_> {
        let errand = Errand { desk: self.errand.desk, request: self.errand.request.clone() };
        let (visitor, from, rooms) = (self.visitor.clone(), self.from, self.rooms);
        Call { errand, face, visitor, from, rooms, turn, done: OnceLock::new() }
    }

    /// Asks what changes something, as [`Errand::command`] does; or not yet, which a command takes for a refusal.
    ///
    /// # Errors
    /// As there; `task_placed`, where its turn has not come.
    pub(crate) async fn command<C: Command + Sync>(&self, command: C) -> End<C> {
        match self.turn {
            Turn::Now => self.errand.command(command).await,
            Turn::Later => Err(Refusal::new(Outcome::TaskPlaced).into()),
            Turn::Task(task) => self.errand.command(Carry { task, command }).await,
        }
    }
}

impl<'a> Deref for Call<'a> {
    type Target = Errand<'a>;

    fn deref(&self) -> &Errand<'a> {
        &self.errand
    }
}
