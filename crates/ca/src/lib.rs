//! Has certificates issued.
//!
//! ```text
//!   engine: Run ──> asks ──> Clerk ──> an authority: LocalAuthority, or one elsewhere
//!                              │
//!   engine: AuthorityEnd <── what it answered
//! ```
//!
//! What is not answered is handed out again, by reminders that the engine keeps in the store.

mod clerk;
mod local;

pub use clerk::{Clerk, Settings};
pub use local::{LocalAuthority, LocalError};
