//! Hosts: name servers as objects (RFC 5732).

mod check;
mod create;
mod delete;
mod find;
mod info;
mod list;
mod update;

mod address_rules;
mod ownership;
mod superordinate;

pub(in crate::ops) use address_rules::ignored as ignored_addresses;
pub use check::Check;
pub use create::{Create, Created};
pub use delete::Delete;
pub use find::Find;
pub use info::{HostView, Info};
pub use list::List;
pub(in crate::ops) use superordinate::of as superordinate;
pub use update::Update;
