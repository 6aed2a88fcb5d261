//! Contacts of the standards, with what Nominet adds.

pub(crate) mod check;
pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod info;
pub(crate) mod update;

mod particulars;
mod quality;

pub(in crate::nominet) use particulars::{Registrant, read as read_registrant};
