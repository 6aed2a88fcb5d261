//! Carries notices to accounts that want them beside their queue: posted to a URL, or by e-mail.
//!
//! ```text
//!   engine: Run ──> parcels ──> Dispatcher ──> Couriers ──> HttpCourier ──> the account's URL
//!                                   |              └──────> Postbox: MailCourier (SMTP), or the sandbox's mailbox
//!   engine: Delivered <── arrived ──┘
//! ```
//!
//! Every parcel arrives at least once unless the receiver is away for days: what is not reported as delivered is handed
//! out again, by reminders that the engine keeps in the store. The notice's id is in every attempt, so that a receiver
//! knows a repetition.

mod couriers;
mod dispatcher;
mod facts;
mod http;
mod letter;
mod mail;
mod reach;
mod smtp;
mod waiting;

pub use couriers::Couriers;
pub use dispatcher::{Counts, Dispatcher, Settings};
pub use http::HttpCourier;
pub use mail::{Mail, Postbox};
pub use reach::Reach;
pub use smtp::{Encryption, MailCourier, Smtp, SmtpError};
