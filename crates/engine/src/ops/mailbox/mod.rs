//! Mailboxes: places in a mailspace into which mail comes. Each has a share of the mailspace's quota.

mod add;
mod delete;
mod info;
mod list;
mod ownership;
mod update;

pub use add::Add;
pub use delete::Delete;
pub use info::Info;
pub use list::List;
pub(in crate::ops) use ownership::{find_own, of_id, require_enabled};
pub use update::Update;
