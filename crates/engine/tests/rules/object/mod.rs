//! Objects of any class.

pub(crate) mod change;
pub(crate) mod deletions;
pub(crate) mod list;
pub(crate) mod log;
