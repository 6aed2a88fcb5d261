//! Mailspaces: room for mail that is paid for some months at a time.
//!
//! ```text
//!   add ──paid──> enabled ──term ends, paid──> enabled
//!                    │
//!                    │ term ends, not paid
//!                    v
//!                 disabled ──paid──> enabled
//!                    │
//!                    └──not paid in time──> gone, with all that is in it
//! ```
//!
//! Beside that its account can suspend it, which disables it too. What is disabled takes nothing new.

mod add;
mod auto_renew;
mod delete;
mod end;
mod info;
mod list;
mod renew;
mod update;

mod limits;
mod ownership;
mod room;
mod term;

pub use add::{Add, PaidMailspace};
pub(in crate::ops) use auto_renew::{Renewal, auto_renew, ends_at};
pub use delete::Delete;
pub(in crate::ops) use end::end;
pub use info::Info;
pub(in crate::ops) use limits::check_quota;
pub use list::List;
pub(in crate::ops) use ownership::{find_own, of_id, require_enabled};
pub use renew::Renew;
pub(in crate::ops) use room::{add_forwarding, add_mailbox, remove_mailbox, resize_mailbox};
pub use update::Update;
