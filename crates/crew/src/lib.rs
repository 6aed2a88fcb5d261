//! Threads that take work from a line, one piece after another.
//!
//! ```text
//!   whoever has work ──change──> Desk (a line under a lock) ──next──> the threads of a Crew
//! ```
//!
//! What stands in the line, in which order and how much of it, is the line's own rule: [`Line`].

mod crew;
mod desk;
mod once;

pub use crew::Crew;
pub use desk::{Desk, Line};
pub use once::Once;
