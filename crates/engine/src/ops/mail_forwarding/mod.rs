//! Mail that is sent on to elsewhere. An address may have several targets.

mod add;
mod delete;
mod list;

pub use add::Add;
pub use delete::Delete;
pub use list::List;
