//! The verbs, one file each.

pub(crate) mod check;
pub(crate) mod codes;
pub(crate) mod endure;
pub(crate) mod generate;
pub(crate) mod test;
