//! Guards against guessing, of authInfos and of passwords, and against too many requests. They count in memory, shared by all protocols.

mod authinfo;
mod login;
mod requests;
mod usage;
mod verified;
mod window;

pub use authinfo::AuthInfoGuard;
pub use login::LoginGuard;
pub use requests::{Excess, RequestGuard, RequestLimits};
pub use usage::{Usage, UsageGuard};
pub use verified::VerifiedPasswords;
