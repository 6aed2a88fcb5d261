//! The operations, one file each. The same names stand at every layer above and below.

pub mod account;
pub mod contact;
pub mod domain;
pub mod due;
pub mod host;
pub mod poll;

mod access;
mod change;
mod notify;
mod transfers;

pub use access::AuthInfoProof;
pub use change::StatusChange;
pub use transfers::TransferAnswer;
