//! Tasks: commands that are carried out later, exactly once.
//!
//! ```text
//!   a protocol, command not carried out ──> Place
//!   Run ──> TaskAsk ──> the protocol, command ──> Carry { command }     (the command and the end of the task: one transaction)
//!                                                      │
//!                                   Conclude <── what it answered
//! ```
//!
//! A task is handed out until it is concluded. One that was carried out and not concluded, because the server stopped in
//! between, is handed out again and concluded without being done twice. What an account orders waits for its word instead.

mod amend;
mod carry;
mod conclude;
mod info;
mod list;
mod ownership;
mod place;
mod step;
mod waiting;
mod withdraw;

pub use amend::Amend;
pub use carry::Carry;
pub use conclude::Conclude;
pub use info::{Info, TaskView};
pub use list::List;
pub use place::Place;
pub(in crate::ops) use step::step;
pub use waiting::Waiting;
pub use withdraw::Withdraw;
