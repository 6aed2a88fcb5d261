//! `ExecuteOrder`: carries out what an order says, and answers as that does. An order that is refused goes on waiting.

use engine::model::{TaskKind, TaskState};
use engine::ops::task::Info;
use engine::{Field, Outcome, Refusal};

use super::{carry, id};
use crate::answer::Ended;
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let task = params.need("ORDERID", Field::Order, id);
    let task = params.finish(task)?;
    let found = call.query(Info { task }).await?.answer;
    if found.task.kind != TaskKind::Order || found.task.state != TaskState::Waiting {
        return Err(Refusal::new(Outcome::TaskOver).at(Field::Order).value(task).into());
    }
    carry(call, &found.task, &found.words).await
}
