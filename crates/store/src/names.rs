//! The in-process index of names: answers checks without the database.
//!
//! A name is kept as its keyed 128-bit SipHash, 16 bytes whatever its length. The key is drawn at random when the
//! store is opened, so nobody can look for two names that collide; that any two of ten million do by chance has
//! odds of about 1 in 10^25. A wrong answer would only be a wrong check: the table's constraint decides the rest.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{PoisonError, RwLock};

use engine::ports::store::{Kind, Names, Result};
use siphasher::sip128::SipHasher13;

use crate::sql::Sql;

/// All names in use, by kind.
pub struct NameIndex {
    hasher: SipHasher13,
    domains: Set,
    hosts: Set,
    contacts: Set,
}

/// A name as the index keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Fingerprint(u128);

/// What a transaction did to the names. It reaches the index only once the transaction is committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    Added(Kind, Fingerprint),
    Removed(Kind, Fingerprint),
}

impl NameIndex {
    /// An empty index under a key of its own.
    pub(crate) fn new(key: [u8; 16]) -> Self {
        let hasher = SipHasher13::new_with_key(&key);
        Self { hasher, domains: Set::default(), hosts: Set::default(), contacts: Set::default() }
    }

    /// Reads all names of a kind from its table; nothing else in the row is touched.
    pub(crate) fn fill(&self, kind: Kind, sql: &impl Sql) -> Result<()> {
        let set = self.set(kind);
        sql.query(select(kind), &[], &mut |mut columns| {
            set.add(self.fingerprint(columns.text()?));
            Ok(())
        })
    }

    /// Forgets every name.
    pub(crate) fn clear(&self) {
        for set in [&self.domains, &self.hosts, &self.contacts] {
            set.clear();
        }
    }

    /// The fingerprint of a name.
    pub(crate) fn fingerprint(&self, name: &str) -> Fingerprint {
        Fingerprint(self.hasher.hash(name.as_bytes()).as_u128())
    }

    /// Follows committed changes, in the order in which they were made.
    pub(crate) fn apply(&self, changes: &[Change]) {
        for change in changes {
            match *change {
                Change::Added(kind, fingerprint) => self.set(kind).add(fingerprint),
                Change::Removed(kind, fingerprint) => self.set(kind).remove(fingerprint),
            }
        }
    }

    fn set(&self, kind: Kind) -> &Set {
        match kind {
            Kind::Domain => &self.domains,
            Kind::Host => &self.hosts,
            Kind::Contact => &self.contacts,
        }
    }
}

impl Names for NameIndex {
    fn holds(&self, kind: Kind, name: &str) -> bool {
        self.set(kind).holds(self.fingerprint(name))
    }

    fn count(&self, kind: Kind) -> usize {
        self.set(kind).count.load(Ordering::Relaxed)
    }
}

/// The names of one kind, in shards so that a reader hardly ever meets the writer or a growing table.
struct Set {
    shards: [RwLock<Shard>; SHARDS],
    count: AtomicUsize,
}

type Shard = HashSet<Fingerprint, BuildHasherDefault<AsItIs>>;

impl Default for Set {
    fn default() -> Self {
        Self { shards: std::array::from_fn(|_| RwLock::default()), count: AtomicUsize::new(0) }
    }
}

impl Set {
    fn holds(&self, fingerprint: Fingerprint) -> bool {
        self.shard(fingerprint).read().unwrap_or_else(PoisonError::into_inner).contains(&fingerprint)
    }

    fn add(&self, fingerprint: Fingerprint) {
        if self.shard(fingerprint).write().unwrap_or_else(PoisonError::into_inner).insert(fingerprint) {
            self.count.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn remove(&self, fingerprint: Fingerprint) {
        if self.shard(fingerprint).write().unwrap_or_else(PoisonError::into_inner).remove(&fingerprint) {
            self.count.fetch_sub(1, Ordering::Relaxed);
        }
    }

    fn clear(&self) {
        self.shards.iter().for_each(|shard| shard.write().unwrap_or_else(PoisonError::into_inner).clear());
        self.count.store(0, Ordering::Relaxed);
    }

    /// The shard is chosen by the upper half, the place within it by the lower.
    fn shard(&self, Fingerprint(bits): Fingerprint) -> &RwLock<Shard> {
        &self.shards[(bits >> 64) as usize % SHARDS]
    }
}

/// Takes the lower half of a fingerprint for its hash: it is one already.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        // Only reached if fingerprints cease to be whole numbers; any mixture is then correct.
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }

    #[allow(clippy::cast_possible_truncation)] // the lower half is what is wanted
    fn write_u128(&mut self, bits: u128) {
        self.0 = bits as u64;
    }
}

/// Each is answered from the unique index of the column alone.
fn select(kind: Kind) -> &'static str {
    match kind {
        Kind::Domain => "SELECT name FROM domain",
        Kind::Host => "SELECT name FROM host",
        Kind::Contact => "SELECT handle FROM contact",
    }
}

const SHARDS: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_apart_and_counted() {
        let index = NameIndex::new([7; 16]);
        let name = index.fingerprint("example.test");
        index.apply(&[Change::Added(Kind::Domain, name), Change::Added(Kind::Domain, name)]);
        assert!(index.holds(Kind::Domain, "example.test") && !index.holds(Kind::Host, "example.test"));
        assert_eq!((index.count(Kind::Domain), index.count(Kind::Host)), (1, 0));
        index.apply(&[Change::Removed(Kind::Domain, name), Change::Removed(Kind::Domain, name)]);
        assert!(!index.holds(Kind::Domain, "example.test"));
        assert_eq!(index.count(Kind::Domain), 0);
    }

    #[test]
    fn the_key_decides_the_fingerprint() {
        let name = |key| NameIndex::new([key; 16]).fingerprint("example.test");
        assert_eq!(name(1), name(1));
        assert_ne!(name(1), name(2));
    }
}
