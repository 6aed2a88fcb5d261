//! The subcommands, one file each.

pub(crate) mod account;
pub(crate) mod backup;
pub(crate) mod completions;
pub(crate) mod domain;
pub(crate) mod explain;
pub(crate) mod journal;
pub(crate) mod ledger;
pub(crate) mod sandbox;
pub(crate) mod serve;
pub(crate) mod version;
