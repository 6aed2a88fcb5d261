//! Failures counted per key within a window of time.

use std::{
    collections::HashMap,
    hash::{BuildHasher, Hash, RandomState},
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::model::Instant;

/// Counts failures per key. A window opens with the first failure and is forgotten when it is over.
pub(super) struct Window<K> {
    shards: [Mutex<HashMap<K, Tally>>; SHARDS],
    hasher: RandomState,
    length: i64,
}

#[derive(Clone, Copy)]
pub(super) struct Tally {
    pub(super) count: u32,
    pub(super) last: Instant,
    pub(super) opened: Instant,
}

impl<K: Hash + Eq> Window<K> {
    /// Windows of a length in milliseconds.
    pub(super) fn new(length: i64) -> Self {
        Self { shards: std::array::from_fn(|_| Mutex::default()), hasher: RandomState::new(), length }
    }

    /// The failures in the key's open window.
    pub(super) fn tally(&self, key: &K, now: Instant) -> Option<Tally> {
        self.shard(key).get(key).copied().filter(|tally| self.is_open(tally, now))
    }

    /// Counts one more failure.
    pub(super) fn add(&self, key: K, now: Instant) {
        let mut shard = self.shard(&key);
        if shard.len() >= FULL {
            shard.retain(|_, tally| self.is_open(tally, now));
        }
        let fresh = Tally { count: 0, last: now, opened: now };
        let tally = shard.entry(key).or_insert(fresh);
        if !self.is_open(tally, now) {
            *tally = fresh;
        }
        (tally.count, tally.last) = (tally.count.saturating_add(1), now);
    }

    /// Forgets a key.
    pub(super) fn forget(&self, key: &K) {
        self.shard(key).remove(key);
    }

    fn is_open(&self, tally: &Tally, now: Instant) -> bool {
        now.millis().saturating_sub(tally.opened.millis()) < self.length
    }

    /// Forgets everything.
    pub(super) fn clear(&self) {
        for shard in &self.shards {
            shard.lock().unwrap_or_else(PoisonError::into_inner).clear();
        }
    }

    fn shard(&self, key: &K) -> MutexGuard<'_, HashMap<K, Tally>> {
        let index = self.hasher.hash_one(key) as usize % SHARDS;
        // A panic while counting leaves a count behind that is at worst one too low.
        self.shards[index].lock().unwrap_or_else(PoisonError::into_inner)
    }
}

const SHARDS: usize = 16;

/// Keys a shard may hold before those whose window is over are swept out.
const FULL: usize = 4096;
