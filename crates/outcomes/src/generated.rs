//! What is made from the catalogue by `cargo xtask generate`. Data only; what can be done with it stands beside.

pub(crate) mod enom;
pub(crate) mod epp;
mod field;
pub(crate) mod hexonet;
pub(crate) mod nominet;
mod operation;
mod outcome;
pub(crate) mod rrp;
pub(crate) mod wapi;

pub(crate) use field::RECORDS as FIELDS;
pub(crate) use operation::{BY_SERVER, RECORDS as OPERATIONS};
pub(crate) use outcome::RECORDS as OUTCOMES;

pub use field::Field;
pub use operation::Operation;
pub use outcome::Outcome;
