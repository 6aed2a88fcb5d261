//! E-mail addresses whose mail comes into a mailbox.
//!
//! An address is used in one way by one account in the whole system, hosted or forwarded; and the hosted addresses of a
//! domain all lie in one mailspace, the one that had the first of them, until the last of them is gone.

mod add;
mod delete;
mod info;
mod list;
mod ownership;
mod password;
mod update;

pub use add::Add;
pub use delete::Delete;
pub use info::Info;
pub use list::List;
pub(in crate::ops) use ownership::elsewhere;
pub use password::hash_mail_password;
pub use update::Update;
