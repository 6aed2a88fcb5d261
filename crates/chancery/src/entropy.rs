//! The system's randomness as the engine's.

use engine::ports::Entropy;

/// Takes random bytes from the operating system.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SystemEntropy;

impl Entropy for SystemEntropy {
    /// # Panics
    /// If the operating system has no randomness: nothing that is secret could be made then, and what is done
    /// without would be worse than an end. It is asked once at start, so this is not met later in practice.
    fn fill(&self, buffer: &mut [u8]) {
        if let Err(error) = getrandom::fill(buffer) {
            panic!("the operating system gives no random bytes: {error}");
        }
    }
}
