//! Commands on domains.

pub(super) mod check;
pub(super) mod create;
pub(super) mod info;
pub(super) mod list;
pub(super) mod renew;
pub(super) mod send_auth_info;
pub(super) mod tld_period_check;
pub(super) mod transfer;
pub(super) mod transfer_check;
pub(super) mod update_keyset;
pub(super) mod update_ns;

mod consent;
mod contacts;
mod name_servers;
mod order;
mod registry;
