//! Objects of any class, and what happened to one.

mod list;
mod log;

pub use list::List;
pub use log::{Log, LoggedChange, Subject};
