//! Deliveries from the event to the receiver: an engine over a store in memory, the dispatcher, real sockets.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod crash;
mod dispatcher;
mod http_receiver;
mod mail_receiver;
mod office;
mod to_mailboxes;
mod to_urls;
