use std::{
    collections::HashMap,
    sync::{PoisonError, RwLock},
};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::{
    model::{Instant, Secret},
    ports::Entropy,
};

/// Remembers for a while which password was verified against which hash, under a key that lives only in this
/// process. Protocols that send the password with every request stay fast; a wrong password is never remembered.
pub struct VerifiedPasswords {
    key: [u8; 32],
    known: RwLock<HashMap<[u8; 32], Instant>>,
}

impl VerifiedPasswords {
    /// An empty memory with a fresh key.
    pub fn new(entropy: &dyn Entropy) -> Self {
        let mut key = [0; 32];
        entropy.fill(&mut key);
        Self { key, known: RwLock::default() }
    }

    /// Whether this password was verified against the hash lately.
    pub fn holds(&self, hash: &str, password: &Secret, now: Instant) -> bool {
        let mark = self.mark(hash, password);
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.get(&mark).is_some_and(|until| now < *until)
    }

    /// Remembers a password that was verified just now.
    pub fn remember(&self, hash: &str, password: &Secret, now: Instant) {
        let mark = self.mark(hash, password);
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= FULL {
            known.retain(|_, until| now < *until);
        }
        known.insert(mark, Instant::from_millis(now.millis() + MEMORY));
    }

    /// Forgets every password.
    pub fn clear(&self) {
        self.known.write().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The hash changes with the password, so old marks die with it.
    fn mark(&self, hash: &str, password: &Secret) -> [u8; 32] {
        // HMAC takes keys of any length, so this cannot fail; an all-zero mark would match nothing that is stored.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.key) else { return [0; 32] };
        mac.update(hash.as_bytes());
        mac.update(&[0]);
        mac.update(password.expose().as_bytes());
        mac.finalize().into_bytes().into()
    }
}

/// Milliseconds that a verified password is remembered.
const MEMORY: i64 = 10 * 60 * 1000;

/// Marks to keep before the old ones are swept out.
const FULL: usize = 10_000;
