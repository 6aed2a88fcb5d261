//! The rows of primary DNS zones. They are changed as a draft, which a commit publishes ([`dns_zone::Commit`]).
//!
//! [`dns_zone::Commit`]: crate::ops::dns_zone::Commit

mod add;
mod delete;
mod find;
mod list;
mod update;

mod rules;

pub use add::{Add, NewDnsRow};
pub use delete::Delete;
pub use find::Find;
pub use list::List;
pub(in crate::ops) use rules::{absent, taken};
pub use update::Update;
