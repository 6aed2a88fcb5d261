//! Commands that are put off: the job queue of RRPproxy, which the server works through by itself, and the orders of HEXONET,
//! which wait until they are executed.

mod carry;
mod execute;
mod job_list;
mod order_delete;
mod order_list;
mod put_off;
mod words;

pub(crate) use carry::carry;
pub(crate) use put_off::begin;

use engine::model::{Task, TaskId};
use engine::{Outcome, Refusal};

use super::commands;

commands! {
    "QueryJobList" TaskList job_list::run;
    "QueryOrderList" TaskList order_list::run;
    "ExecuteOrder" TaskInfo execute::run;
    "DeleteOrder" TaskWithdraw order_delete::run;
}

/// The commands that can be put off, and what HEXONET calls what they do.
const DEFERRABLE: [(&str, &str); 6] = [
    ("AddDomain", "CREATE"),
    ("ModifyDomain", "MODIFY"),
    ("RenewDomain", "RENEW"),
    ("RestoreDomain", "RESTORE"),
    ("TradeDomain", "TRADE"),
    ("TransferDomain", "TRANSFER"),
];

/// What HEXONET calls what a task does.
fn operation_type(task: &Task) -> &'static str {
    DEFERRABLE.iter().find(|(command, _)| *command == task.command).map_or("", |(_, kind)| kind)
}

/// Reads the number of a task. A number that none can have is one that none has.
///
/// # Errors
/// `task_unknown`.
fn id(text: &str) -> Result<TaskId, Refusal> {
    text.trim().parse().map(TaskId).map_err(|_| Refusal::new(Outcome::TaskUnknown).value(text))
}
