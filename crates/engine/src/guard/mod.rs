//! Guards against guessing, of authInfos and of passwords, and against too many requests; and the sessions of protocols
//! that send each request by itself. All of it is in memory; the first is shared by all protocols.

mod authinfo;
mod lock;
mod login;
mod one_time;
mod requests;
mod sessions;
mod usage;
mod verified;
mod window;

pub use authinfo::AuthInfoGuard;
pub use lock::{LockGuard, LockLimits};
pub use login::LoginGuard;
pub use one_time::UsedCodes;
pub use requests::{Excess, RequestGuard, RequestLimits};
pub use sessions::{SessionId, SessionTerms, Sessions};
pub use usage::{Usage, UsageGuard};
pub use verified::VerifiedPasswords;
