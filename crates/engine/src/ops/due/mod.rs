//! What time brings: the runner of everything that falls due.
//!
//! ```text
//!   an operation that sets a date ──> reminder (at, job, object)
//!   runner ──> Run { until: now } ──> in order: remove the reminder, look at the object, do what its dates ask for,
//!                                     leave the next reminder                            (one transaction)
//! ```
//!
//! A crash before the commit leaves the reminder, one after it finds the work done: nothing is half done or done twice.

mod delivered;
mod delivery;
mod dns_zone;
mod domain;
mod fired;
mod mailspace;
mod pending;
mod postpone;
mod protection;
mod registry;
mod run;
mod trade;
mod transfer;

pub use delivered::Delivered;
pub(in crate::ops) use delivery::leave as leave_delivery;
pub use fired::{Deed, Fired};
pub use postpone::Postpone;
pub use run::{Ran, Run};
