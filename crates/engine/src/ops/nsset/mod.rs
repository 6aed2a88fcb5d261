//! Sets of name servers that domains are delegated to by name, as in .cz.

mod check;
mod create;
mod delete;
mod info;
mod send_authinfo;
mod transfer;
mod update;

mod contact_rules;
mod ownership;
mod server_rules;

pub use check::Check;
pub use create::{Create, Created};
pub use delete::Delete;
pub use info::{Info, NssetView};
pub(in crate::ops) use ownership::find;
pub use send_authinfo::SendAuthinfo;
pub use transfer::Transfer;
pub use update::Update;
