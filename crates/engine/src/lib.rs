//! The registration system itself: accounts, domains, contacts, hosts, credit and notices.
//!
//! Synchronous and deterministic. Nothing here knows a protocol, a database, a socket, the wall clock or the
//! operating system's randomness: those are [`ports`], implemented elsewhere. A protocol turns its request
//! into one of the operations in [`ops`], hands it to [`Engine`], and renders what comes back:
//! a [`Done`] with its outcome, or a [`Failure`].

mod clids;
mod context;
mod engine;
mod failure;
mod ids;
mod operation;

pub mod guard;
pub mod keys;
pub mod ledger;
pub mod lifecycle;
pub mod listing;
pub mod model;
pub mod ops;
pub mod policy;
pub mod ports;
pub mod protection;

pub use context::{Actor, Context, Glancing, Reading, Writing};
pub use engine::{End, Engine, Manner, Parts, Request};
pub use failure::{Done, Failure, Fault, FaultKind, Findings, Refusal, Refusals};
pub use ids::IdSource;
pub use operation::{Command, Glance, Operation, Query};
pub use outcomes::{Field, Outcome};
