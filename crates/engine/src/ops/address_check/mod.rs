//! E-mail addresses of registrants that have to be confirmed, where a zone wants that: registrars of generic top-level domains
//! owe it to ICANN (Registrar Accreditation Agreement of 2013, WHOIS accuracy program). What is confirmed once for an account
//! is not asked for again.

mod ask;
mod confirm;
mod find;
mod resend;

pub(in crate::ops) use ask::{ask, ask_everywhere, ask_linked, of};
pub use confirm::Confirm;
pub use find::Find;
pub use resend::Resend;
