//! Standing orders of registrars for their domains: when the server renews them, who gets the bills, and notes.

mod find;
mod renew;
mod set;

pub use find::Find;
pub(super) use renew::{renew_as_ordered, schedule};
pub use set::{Change, Set};
