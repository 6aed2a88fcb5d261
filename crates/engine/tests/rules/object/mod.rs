//! Objects of any class.

pub(crate) mod list;
pub(crate) mod log;
