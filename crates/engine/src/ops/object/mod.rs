//! Objects of any class, and what happened to one.

mod change;
mod deletions;
mod list;
mod log;

pub use change::Change;
pub use deletions::{Deletion, Deletions};
pub use list::List;
pub use log::{Log, LoggedChange, Subject};
