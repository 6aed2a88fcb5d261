//! Tasks: commands that an account gave to be carried out later.

use super::{AccountId, Instant, RoleLogin, SealedSecret, TaskId};

/// A command that is kept to be carried out later, in the words of the protocol by which it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its id: that of the request that gave it.
    pub id: TaskId,
    /// On whose behalf it is carried out.
    pub account: AccountId,
    /// The role that gave it; `None`: the account itself did.
    pub role: Option<RoleLogin>,
    /// When it was given.
    pub placed_at: Instant,
    /// When it is carried out.
    pub kind: TaskKind,
    /// Whose words it is in, as that protocol calls itself.
    pub protocol: String,
    /// The command, by the name that the protocol has for it.
    pub command: String,
    /// What it does, by the name of the operation.
    pub action: String,
    /// The name of the object that it is about.
    pub object: String,
    /// The client's own id of the request that gave it, if it sent one.
    pub client_id: Option<String>,
    /// The whole command. It may hold secrets.
    pub words: SealedSecret,
    /// How far it has come.
    pub state: TaskState,
    /// Since when nothing has changed about it.
    pub since: Instant,
    /// How often it was refused.
    pub refusals: u32,
    /// What it came to when it was last carried out, by the name of the outcome.
    pub outcome: Option<String>,
    /// What was answered then.
    pub answer: Option<TaskAnswer>,
}

/// What a command that was carried out later is answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskAnswer {
    /// The code, as the protocol numbers it.
    pub code: u32,
    /// What the code means, and what exactly happened.
    pub description: String,
    /// The whole answer, in the words of the protocol.
    pub text: String,
}

/// When a task is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TaskKind {
    /// By the server, as soon as its turn comes, once.
    Job,
    /// When the account says so, and again if that was refused.
    Order,
}

impl TaskKind {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Job, Self::Order];

    /// The name under which it is kept.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Job => "job",
            Self::Order => "order",
        }
    }

    /// The kind of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// How far a task has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TaskState {
    /// It waits to be carried out.
    Waiting,
    /// It was carried out.
    Done,
    /// It was refused, and is not tried again.
    Refused,
}

impl TaskState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Done, Self::Refused];

    /// The name under which it is kept.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::Refused => "refused",
        }
    }

    /// The state of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

impl Task {
    /// For how many days it can be looked at once it is over.
    pub const KEPT_DAYS: i64 = 30;

    /// Whether nothing becomes of it any more.
    pub fn is_over(&self) -> bool {
        self.state != TaskState::Waiting && self.answer.is_some()
    }

    /// When nobody wants to know any more what became of it.
    pub fn forgotten_at(&self) -> Instant {
        self.since.plus_days(Self::KEPT_DAYS)
    }
}
