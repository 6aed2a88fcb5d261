//! Double-entry credit: how operations are paid for.

mod billing;

pub use billing::{charge, refund};
