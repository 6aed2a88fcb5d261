//! Names as the index keeps them.

use siphasher::sip::SipHasher13;

/// The keyed 64-bit SipHash of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of a name under the key of a hasher.
    pub(super) fn of(name: &str, hasher: &SipHasher13) -> Self {
        Self::new(hasher.hash(name.as_bytes()))
    }

    /// Bits as a fingerprint. Two values are none, so that a table can mark its free places with them.
    pub(super) fn new(bits: u64) -> Self {
        Self(bits.max(Self::LEAST))
    }

    /// The fingerprint as a number.
    pub(super) fn bits(self) -> u64 {
        self.0
    }

    /// The least number that is a fingerprint.
    pub(super) const LEAST: u64 = 2;
}
