//! The in-process index of names: answers checks without the database.
//!
//! A name is kept as its keyed 64-bit SipHash, 8 bytes whatever its length. The key is drawn at random when the store
//! is opened, so nobody can look for names that collide. With ten million names, a free one is taken to be in use with
//! odds of 1 in 10^12, and until the next start; that any two names in use collide has odds of 1 in 400,000, and is
//! provided for: neither takes the other away. A name in use is never found free but in a race with its creation,
//! which the table's constraint decides.

mod fingerprint;
mod set;
mod table;

use engine::ports::store::{Kind, Names, Result};
use siphasher::sip::SipHasher13;

use crate::sql::Sql;
pub(crate) use fingerprint::Fingerprint;
use set::Set;

/// All names in use, by kind.
pub struct NameIndex {
    hasher: SipHasher13,
    /// In the order of [`Kind::ALL`].
    sets: [Set; Kind::ALL.len()],
}

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
        Self { hasher, sets: Default::default() }
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
        self.sets.iter().for_each(Set::clear);
    }

    /// The fingerprint of a name.
    pub(crate) fn fingerprint(&self, name: &str) -> Fingerprint {
        Fingerprint::of(name, &self.hasher)
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
        &self.sets[kind as usize]
    }
}

impl Names for NameIndex {
    fn held(&self, kind: Kind, names: &mut dyn Iterator<Item = &str>) -> Vec<bool> {
        // How many there are is not known; mostly as few as a check asks for.
        let mut sought: Vec<Fingerprint> = Vec::with_capacity(USUAL);
        sought.extend(names.map(|name| self.fingerprint(name)));
        self.set(kind).hold(&sought)
    }

    fn holds(&self, kind: Kind, name: &str) -> bool {
        self.set(kind).hold(&[self.fingerprint(name)])[0]
    }

    fn count(&self, kind: Kind) -> usize {
        self.set(kind).count()
    }
}

/// Each is answered from the unique index of the column alone.
fn select(kind: Kind) -> &'static str {
    match kind {
        Kind::Domain => "SELECT name FROM domain",
        Kind::Host => "SELECT name FROM host",
        Kind::Contact => "SELECT handle FROM contact",
        Kind::Nsset => "SELECT name FROM nsset",
        Kind::FormerContact => "SELECT name FROM tombstone WHERE kind = 'contact'",
        Kind::FormerNsset => "SELECT name FROM tombstone WHERE kind = 'nsset'",
    }
}

/// Room for the names of nearly every question.
const USUAL: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_apart_and_counted() {
        let index = NameIndex::new([7; 16]);
        let name = index.fingerprint("example.test");
        index.apply(&[Change::Added(Kind::Domain, name)]);
        assert!(index.holds(Kind::Domain, "example.test") && !index.holds(Kind::Host, "example.test"));
        assert_eq!((index.count(Kind::Domain), index.count(Kind::Host)), (1, 0));
        index.apply(&[Change::Removed(Kind::Domain, name), Change::Removed(Kind::Domain, name)]);
        assert!(!index.holds(Kind::Domain, "example.test"));
        assert_eq!(index.count(Kind::Domain), 0);
    }

    #[test]
    fn every_kind_has_its_own_set() {
        for (place, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, place);
        }
    }

    #[test]
    fn many_are_answered_in_their_order() {
        let index = NameIndex::new([7; 16]);
        let added = |name| Change::Added(Kind::Host, index.fingerprint(name));
        index.apply(&[added("ns1.test"), added("ns3.test")]);
        let names = ["ns1.test", "ns2.test", "ns3.test", "ns1.test"];
        assert_eq!(index.held(Kind::Host, &mut names.into_iter()), [true, false, true, true]);
        assert!(index.held(Kind::Host, &mut [].into_iter()).is_empty());
    }

    #[test]
    fn the_key_decides_the_fingerprint() {
        let name = |key| NameIndex::new([key; 16]).fingerprint("example.test");
        assert_eq!(name(1), name(1));
        assert_ne!(name(1), name(2));
    }
}
