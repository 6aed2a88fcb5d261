use outcomes::{Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Due, Job, RoleLogin, Secret, Task, TaskId, TaskKind, TaskState},
};

/// Keeps a command to be carried out later. What is wrong with its words the protocol has found before; whether it may be done
/// is decided when it is.
///
/// Changes: the task, and of one that the server carries out its reminder. Bills nothing. Notifies nothing now: its end is
/// told. Checks nothing.
#[derive(Clone, Debug)]
pub struct Place {
    /// When it is carried out.
    pub kind: TaskKind,
    /// The role that gives it; `None`: the account itself does.
    pub role: Option<RoleLogin>,
    /// Whose words it is in.
    pub protocol: String,
    /// The command, by the name that the protocol has for it.
    pub command: String,
    /// What it does.
    pub action: Name,
    /// The name of the object that it is about.
    pub object: String,
    /// The whole command.
    pub words: Secret,
}

impl Operation for Place {
    type Answer = TaskId;
    const NAME: Name = Name::TaskPlace;
    const OUTCOMES: &'static [Outcome] = &[Outcome::TaskPlaced];

    fn object(&self) -> &str {
        &self.object
    }
}

impl Command for Place {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<TaskId>, Failure> {
        let (id, account) = (TaskId(cx.object_id()), cx.actor.id());
        cx.store.insert_task(&Task {
            id,
            account,
            role: self.role.clone(),
            placed_at: cx.now,
            kind: self.kind,
            protocol: self.protocol.clone(),
            command: self.command.clone(),
            action: self.action.name().to_owned(),
            object: self.object.clone(),
            client_id: cx.client_id.map(str::to_owned),
            words: cx.seal(&self.words, account)?,
            state: TaskState::Waiting,
            since: cx.now,
            refusals: 0,
            outcome: None,
            answer: None,
        })?;
        if self.kind == TaskKind::Job {
            cx.store.remind(&Due::new(cx.now, Job::Task, id.into()))?;
        }
        Ok(Done::new(Outcome::TaskPlaced, id))
    }
}
