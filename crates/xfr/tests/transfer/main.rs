//! Transfers of zones, from a primary made of the library's messages over real sockets.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod fetching;
mod office;
mod primary;
mod refusals;
