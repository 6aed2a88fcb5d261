//! The operations, one file each. The same names stand at every layer above and below.

pub mod account;
pub mod certificate;
pub mod contact;
pub mod dns_row;
pub mod dns_zone;
pub mod domain;
pub mod due;
pub mod handshake;
pub mod host;
pub mod ledger;
pub mod mail_address;
pub mod mail_forwarding;
pub mod mailbox;
pub mod mailspace;
pub mod notice;
pub mod nsset;
pub mod object;
pub mod poll;
pub mod protection;
pub mod reseller;
pub mod role;
pub mod subaccount;
pub mod tag;
pub mod upkeep;
pub mod web_forwarding;
pub mod zone;

mod access;
mod authinfo_letter;
mod availability;
mod change;
mod held_name;
mod letter;
mod name_servers;
mod notify;
mod payment;
mod quarantine;
mod together;
mod transfers;
mod zones;

pub use access::AuthInfoProof;
pub use availability::Availability;
pub use change::StatusChange;
pub use payment::Receipt;
pub use together::{Several, Together};
pub use transfers::TransferAnswer;
