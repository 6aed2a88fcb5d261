//! The engine's own secrets, which never stand in the store beside what they protect.

use zeroize::Zeroizing;

/// Keys the hashes of authInfos.
#[derive(Clone)]
pub struct AuthInfoKey(Zeroizing<[u8; 32]>);

impl AuthInfoKey {
    /// Takes a key of 32 random bytes into custody.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl std::fmt::Debug for AuthInfoKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AuthInfoKey(***)")
    }
}
