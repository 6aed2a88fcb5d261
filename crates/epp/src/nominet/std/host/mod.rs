//! Hosts of the standards. Names in answers end with a dot, addresses are written in full.

pub(crate) mod check;
pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod info;
pub(crate) mod update;

use crate::namespaces::HOST;

/// The declaration of the prefix under which answers are written.
const DECLARED: &[(&str, &str)] = &[("xmlns:host", HOST)];
