//! Guards against guessing: of authInfos and of passwords. They count in memory, shared by all protocols.

mod authinfo;
mod login;
mod verified;
mod window;

pub use authinfo::AuthInfoGuard;
pub use login::LoginGuard;
pub use verified::VerifiedPasswords;
