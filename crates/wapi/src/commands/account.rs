//! Commands about the account's credit.

pub(super) mod list;
