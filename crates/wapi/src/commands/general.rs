//! Commands about the account itself.

pub(super) mod credit_info;
pub(super) mod ping;
pub(super) mod ping_async;
pub(super) mod poll_ack;
pub(super) mod poll_req;
