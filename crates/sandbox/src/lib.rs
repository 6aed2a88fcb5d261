//! What makes a registry testable. None of it is reachable in production.
//!
//! ```text
//!   /sandbox/... ──> control ──> Timekeeper ──> SandboxClock      moves time forward and does what falls due on the way
//!                            ──> Plan, FaultyStore                trouble on order, at the engine's ports
//!                            ──> Counterparts                     the other side of a transfer, by rule
//!                            ──> Mailbox                          the mail that was sent to nobody
//!                            ──> seed                             names in every state that a registry knows
//!                            ──> Keep, Forks                      the whole world kept by name, brought back, doubled
//!                            ──> engine                           accounts, domains, history, as the operator sees them
//! ```
//!
//! Everything here stands outside the engine, at its ports: what a client meets is the real system, in a situation that
//! was brought about on purpose.

mod clock;
mod control;
pub mod counterpart;
pub mod faults;
mod keep;
mod mailbox;
mod office;
mod sample;
mod seed;
mod span;
mod timekeeper;

#[cfg(test)]
mod testing;

pub use clock::{Backwards, Hands, SandboxClock};
pub use control::{Control, Parts};
pub use keep::{Forks, Future, Keep, Knobs, Settings, World};
pub use mailbox::{Filed, Mailbox, Message};
pub use sample::sample_party;
pub use span::Span;
pub use timekeeper::{Advance, Errands, Happening, Stuck, Timekeeper};
