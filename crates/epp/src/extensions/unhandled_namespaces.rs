//! Unhandled namespaces (RFC 9038).
//!
//! It has no elements. A client that announces it is told, in the `extValue` of the result, what the answer would
//! hold if the client had announced the namespace; the response writer does that for every extension and object.

use super::Extension;
use crate::namespaces::UNHANDLED_NAMESPACES;

pub(super) struct UnhandledNamespaces;

impl Extension for UnhandledNamespaces {
    fn uri(&self) -> &'static str {
        UNHANDLED_NAMESPACES
    }
}
