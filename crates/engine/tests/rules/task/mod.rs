//! Commands that are carried out later.

pub(crate) mod carry;
pub(crate) mod conclude;
pub(crate) mod list;
pub(crate) mod orders;
pub(crate) mod step;
pub(crate) mod waiting;

use engine::{
    Actor, Outcome,
    model::{Secret, Task, TaskAnswer, TaskId, TaskKind, Window},
    ops::{
        domain::Create,
        due::Run,
        task::{Carry, Conclude, Info, List, Place, TaskView},
    },
    ports::{TaskAsk, store::TaskFilter},
};

use crate::fixture::{World, create_domain};

/// A command in the words of some protocol.
pub(crate) fn wish(kind: TaskKind, domain: &str) -> Place {
    Place {
        kind,
        role: None,
        protocol: "rrp".to_owned(),
        command: "AddDomain".to_owned(),
        action: outcomes::Operation::DomainCreate,
        object: domain.to_owned(),
        words: Secret::new(format!("DOMAIN={domain}")),
    }
}

fn place(world: &World, kind: TaskKind, domain: &str) -> TaskId {
    world.done(&world.alpha, Outcome::TaskPlaced, wish(kind, domain))
}

/// What the protocol makes of it.
fn carry(task: TaskId, domain: &str) -> Carry<Create> {
    Carry { task, command: create_domain(domain) }
}

fn conclude(task: TaskId, outcome: Outcome) -> Conclude {
    let answer = TaskAnswer { code: 200, description: "said so".to_owned(), text: "CODE=200".to_owned() };
    Conclude { task, outcome, answer }
}

fn look(world: &World, task: TaskId) -> Task {
    world.found(&world.alpha, Outcome::TaskFound, Info { task }).task
}

fn listed(world: &World, kind: TaskKind) -> Vec<TaskView> {
    let window = Window { first: 0, limit: 10 };
    world.found(&world.alpha, Outcome::TasksListed, List { filter: TaskFilter::all(kind), window }).rows
}

/// What is handed out now.
fn handed_out(world: &World) -> Vec<TaskAsk> {
    world.done(&Actor::server(), Outcome::DueDone, Run { until: world.now(), most: 100 }).tasks
}
