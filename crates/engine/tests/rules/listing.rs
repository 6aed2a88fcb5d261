//! A list that is walked through is counted once, and each window reads on where the last one ended, however long the
//! list is.

use std::{
    hash::{Hash, Hasher},
    sync::{Arc, Mutex},
};

use engine::{
    Done, Failure, Fault, Operation, Outcome, Query, Reading,
    listing::Listing,
    model::{Page, Window},
    ports::store::{Slice, Snapshot},
};

use crate::fixture::World;

/// What the store was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    /// For rows behind one, over so many.
    Slice {
        behind: Option<u64>,
        skip: u64,
    },
    Count,
}

/// The numbers from 0 up to an end, and what was asked for them.
#[derive(Clone)]
struct Numbers {
    end: u64,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Hash for Numbers {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.end.hash(hasher);
    }
}

impl Listing for Numbers {
    type Row = u64;
    type Key = u64;

    fn key(row: &u64) -> u64 {
        *row
    }

    fn slice(&self, _: &dyn Snapshot, slice: &Slice<u64>) -> Result<Vec<u64>, Fault> {
        self.asked.lock().unwrap().push(Asked::Slice { behind: slice.after, skip: slice.skip });
        let first = slice.after.map_or(0, |last| last + 1) + slice.skip;
        Ok((first..self.end).take(slice.most as usize).collect())
    }

    fn count(&self, _: &dyn Snapshot) -> Result<u64, Fault> {
        self.asked.lock().unwrap().push(Asked::Count);
        Ok(self.end)
    }
}

/// Shows a window on numbers.
struct Show {
    numbers: Numbers,
    window: Window,
}

impl Operation for Show {
    type Answer = Page<u64>;
    const NAME: outcomes::Operation = outcomes::Operation::DomainPortfolio;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DomainsListed];
}

impl Query for Show {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<u64>>, Failure> {
        Ok(Done::new(Outcome::DomainsListed, cx.page(&self.numbers, self.window)?))
    }
}

#[test]
fn a_walk_counts_once_and_skips_nothing() {
    let world = World::new();
    let numbers = Numbers { end: 100_000, asked: Arc::default() };
    for first in (0..100_000).step_by(1_000) {
        let show = Show { numbers: numbers.clone(), window: Window { first, limit: 1_000 } };
        let page = world.found(&world.alpha, Outcome::DomainsListed, show);
        assert_eq!((page.rows.first(), page.rows.len(), page.total), (Some(&first), 1_000, 100_000));
    }
    let asked = numbers.asked.lock().unwrap();
    let slices = asked.iter().filter(|asked| **asked != Asked::Count);
    let expected =
        (0..100_000_u64).step_by(1_000).map(|first| Asked::Slice { behind: first.checked_sub(1), skip: 0 });
    assert!(slices.cloned().eq(expected), "each window begins where the last one ended");
    assert_eq!(asked.iter().filter(|asked| **asked == Asked::Count).count(), 1);
}
