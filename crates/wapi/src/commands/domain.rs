//! Commands on domains.

pub(super) mod check;
