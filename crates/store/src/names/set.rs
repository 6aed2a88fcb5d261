//! A set that many threads read without a lock while one changes it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arc_swap::ArcSwap;

use super::fingerprint::Fingerprint;
use super::table::{Freed, Table};

/// Fingerprints, each as many times as it was added. A reader takes no lock and never waits; whatever was added
/// before it began to read, and not removed, it finds.
///
/// The tables are many so that one that is full and has to be replaced stops the writer for a moment only: of ten
/// million names, each holds 160,000.
pub(super) struct Set {
    tables: ArcSwap<Tables>,
    writing: Mutex<Ledger>,
    count: AtomicUsize,
}

/// The table of a fingerprint is told by its upper bits, the place within it by the lower ones.
#[derive(Clone)]
struct Tables([Arc<Table>; TABLES]);

/// What only the writer needs to know.
struct Ledger {
    /// Places of each table that are not empty, graves included.
    used: [usize; TABLES],
    /// Fingerprints that several names share, and how many names besides the first.
    twins: HashMap<Fingerprint, usize>,
}

impl Set {
    /// Whether each of these is in the set, in their order.
    pub(super) fn hold(&self, sought: &[Fingerprint]) -> Vec<bool> {
        let tables = self.tables.load();
        // Nothing in this loop depends on what the step before it found, so the processor waits for all of them at
        // once: that wait is nearly all that a search costs.
        sought.iter().map(|fingerprint| tables.of(*fingerprint).holds(*fingerprint)).collect()
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.count.load(Ordering::Relaxed)
    }

    /// Adds one more of these.
    pub(super) fn add(&self, fingerprint: Fingerprint) {
        let mut ledger = self.ledger();
        self.count.fetch_add(1, Ordering::Relaxed);
        if self.tables.load().of(fingerprint).holds(fingerprint) {
            *ledger.twins.entry(fingerprint).or_default() += 1;
            return;
        }
        let used = &mut ledger.used[fingerprint.table()];
        if self.tables.load().of(fingerprint).is_full(*used) {
            *used = self.replace_table(fingerprint);
        }
        *used += usize::from(self.tables.load().of(fingerprint).add(fingerprint));
    }

    /// Removes one of these, if there is one.
    pub(super) fn remove(&self, fingerprint: Fingerprint) {
        let mut ledger = self.ledger();
        if ledger.forget_twin(fingerprint) {
            self.count.fetch_sub(1, Ordering::Relaxed);
            return;
        }
        let Some(freed) = self.tables.load().of(fingerprint).remove(fingerprint) else { return };
        self.count.fetch_sub(1, Ordering::Relaxed);
        ledger.used[fingerprint.table()] -= usize::from(freed == Freed::Empty);
    }

    /// Removes all.
    pub(super) fn clear(&self) {
        let mut ledger = self.ledger();
        *ledger = Ledger::default();
        self.tables.store(Arc::default());
        self.count.store(0, Ordering::Relaxed);
    }

    /// Puts a table with more room, and without graves, in the place of this fingerprint's. Readers go on in the old
    /// one until they have done. Returns how many places are used.
    fn replace_table(&self, fingerprint: Fingerprint) -> usize {
        let mut tables = Tables::clone(&self.tables.load());
        let (table, used) = tables.of(fingerprint).rebuilt();
        tables.0[fingerprint.table()] = Arc::new(table);
        self.tables.store(Arc::new(tables));
        used
    }

    fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Set {
    fn default() -> Self {
        Self { tables: ArcSwap::default(), writing: Mutex::default(), count: AtomicUsize::new(0) }
    }
}

impl Tables {
    fn of(&self, fingerprint: Fingerprint) -> &Table {
        &self.0[fingerprint.table()]
    }
}

impl Default for Tables {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Arc::default()))
    }
}

impl Ledger {
    /// Counts a twin out, if the fingerprint has one.
    fn forget_twin(&mut self, fingerprint: Fingerprint) -> bool {
        let Some(twins) = self.twins.get_mut(&fingerprint) else { return false };
        *twins -= 1;
        if *twins == 0 {
            self.twins.remove(&fingerprint);
        }
        true
    }
}

impl Default for Ledger {
    fn default() -> Self {
        Self { used: [0; TABLES], twins: HashMap::new() }
    }
}

impl Fingerprint {
    fn table(self) -> usize {
        (self.bits() >> (u64::BITS - TABLES.ilog2())) as usize
    }
}

const TABLES: usize = 64;

#[cfg(test)]
mod tests;
