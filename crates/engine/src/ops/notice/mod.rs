//! Notices as a list, in which those that were acknowledged can be read again for a while. The queue itself, and
//! acknowledging, is [`super::poll`].

mod info;
mod list;

pub use info::Info;
pub use list::List;
