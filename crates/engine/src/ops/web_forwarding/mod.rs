//! Visitors of a name who are led to a URL.

mod add;
mod delete;
mod list;

pub use add::Add;
pub use delete::Delete;
pub use list::List;
