//! Names to begin with: for each registrar some in every state that its registry knows, so that a client can be tried on all
//! of them at once.
//!
//! ```text
//!   Set: its states, its registrars ──> Scene: the names of one registrar in one state ──> one transaction
//! ```
//!
//! Everything is made by operations of the engine. What is there already stays as it is, so that a set can be sown again.

mod nominet;
mod registrars;
mod scene;
mod set;
mod sow;

pub(crate) use set::{SETS, Set};
pub(crate) use sow::{MOST_EACH, Wish, sow};
