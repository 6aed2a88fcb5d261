//! The operations, one file each. The same names stand at every layer above and below.

pub mod account;
pub mod contact;
pub mod domain;
pub mod due;
pub mod host;
pub mod ledger;
pub mod poll;
pub mod protection;

mod access;
mod availability;
mod change;
mod notify;
mod payment;
mod transfers;

pub use access::AuthInfoProof;
pub use availability::Availability;
pub use change::StatusChange;
pub use payment::Receipt;
pub use transfers::TransferAnswer;
