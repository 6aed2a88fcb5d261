//! Secure authorization information for transfers (RFC 9154).
//!
//! It has no elements. What it promises is kept by the engine: authInfo is stored as a keyed hash, never shown,
//! compared in constant time, void after a transfer; an empty one is none and opens nothing.

use super::Extension;
use crate::namespaces::SECURE_AUTHINFO;

pub(super) struct SecureAuthInfo;

impl Extension for SecureAuthInfo {
    fn uri(&self) -> &'static str {
        SECURE_AUTHINFO
    }
}
