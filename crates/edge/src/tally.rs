//! Counting what is alive, by key, up to a limit.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::{BuildHasher, Hash};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Live things per key. Sharded, so that no lock is shared by all; a lock is held for one look-up in a map.
/// A key without live things takes no memory.
pub(crate) struct Tally<K> {
    shards: [Mutex<HashMap<K, u32>>; SHARDS],
    hasher: RandomState,
    limit: u32,
}

/// One live thing; dropping it counts it out.
pub(crate) struct Ticket<K: Key> {
    tally: Arc<Tally<K>>,
    key: K,
}

/// What things can be counted by.
pub(crate) trait Key: Hash + Eq + Copy {}
impl<K: Hash + Eq + Copy> Key for K {}

impl<K: Key> Tally<K> {
    /// At most `limit` live things per key.
    pub(crate) fn new(limit: u32) -> Arc<Self> {
        let shards = std::array::from_fn(|_| Mutex::default());
        Arc::new(Self { shards, hasher: RandomState::new(), limit })
    }

    /// Counts one in, or `None` when the key has reached the limit.
    pub(crate) fn enter(self: &Arc<Self>, key: K) -> Option<Ticket<K>> {
        self.enter_within(key, self.limit)
    }

    /// How many may live of a key that has no limit of its own.
    pub(crate) fn limit(&self) -> u32 {
        self.limit
    }

    /// Counts one in, or `None` when the key has reached a limit of its own.
    pub(crate) fn enter_within(self: &Arc<Self>, key: K, limit: u32) -> Option<Ticket<K>> {
        let mut shard = self.shard(&key);
        let live = shard.get(&key).copied().unwrap_or(0);
        if live >= limit {
            return None;
        }
        shard.insert(key, live + 1);
        Some(Ticket { tally: Arc::clone(self), key })
    }

    /// How many of this key are alive.
    pub(crate) fn live(&self, key: &K) -> u32 {
        self.shard(key).get(key).copied().unwrap_or(0)
    }

    fn leave(&self, key: &K) {
        let mut shard = self.shard(key);
        match shard.get_mut(key) {
            Some(live) if *live > 1 => *live -= 1,
            _ => {
                shard.remove(key);
            }
        }
    }

    fn shard(&self, key: &K) -> MutexGuard<'_, HashMap<K, u32>> {
        #[allow(clippy::cast_possible_truncation)] // only the low bits are wanted
        let index = self.hasher.hash_one(key) as usize % SHARDS;
        self.shards[index].lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Key> Drop for Ticket<K> {
    fn drop(&mut self) {
        self.tally.leave(&self.key);
    }
}

impl<K> fmt::Debug for Tally<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tally(limit {})", self.limit)
    }
}

impl<K: Key> fmt::Debug for Ticket<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ticket")
    }
}

const SHARDS: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_holds_per_key_and_is_given_back() {
        let tally = Tally::new(2);
        let first = tally.enter("a").unwrap();
        let second = tally.enter("a").unwrap();
        assert!(tally.enter("a").is_none());
        assert!(tally.enter("b").is_some());
        drop(first);
        assert_eq!(tally.live(&"a"), 1);
        assert!(tally.enter("a").is_some());
        drop(second);
        assert_eq!(tally.live(&"a"), 0);
    }

    #[test]
    fn a_key_without_live_things_takes_no_memory() {
        let tally = Tally::new(1);
        for key in 0..1000 {
            drop(tally.enter(key));
        }
        assert!(tally.shards.iter().all(|shard| shard.lock().unwrap().is_empty()));
    }

    #[test]
    fn a_limit_of_nothing_lets_nothing_in() {
        assert!(Tally::new(0).enter(1).is_none());
    }
}
