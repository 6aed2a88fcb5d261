//! Lists that are read by windows, at a cost that does not grow with the place of the window.
//!
//! ```text
//!   rows 0..99     read from the start                  leaves a mark: row 100 comes behind key K1
//!   rows 100..199  read on behind K1, by an index       leaves a mark: row 200 comes behind key K2
//!   rows 550..649  read on behind K2, over 350 rows     the nearest mark there is; nothing is read of rows skipped
//! ```
//!
//! A client that walks through a list therefore sees each row once, whatever is added or removed meanwhile, as long as
//! it begins at the start and goes on within some minutes.

mod bookmarks;

use std::hash::Hash;

pub use bookmarks::Bookmarks;

use crate::{
    Fault, Reading,
    model::{Page, Window},
    ports::store::{Slice, Snapshot},
};

/// A list: its filter and its order. Two that are equal have the same rows in the same order.
pub trait Listing: Hash + 'static {
    /// What stands in a row.
    type Row;
    /// What the list is sorted by; no two rows have the same.
    type Key: Clone + Send + Sync + 'static;

    /// Where a row stands.
    fn key(row: &Self::Row) -> Self::Key;

    /// A slice of the list. Costs what it answers, and little for each row that is skipped.
    ///
    /// # Errors
    /// A fault of the store.
    fn slice(&self, store: &dyn Snapshot, slice: &Slice<Self::Key>) -> Result<Vec<Self::Row>, Fault>;

    /// How many rows there are.
    ///
    /// # Errors
    /// A fault of the store.
    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault>;
}

impl Reading<'_> {
    /// The rows in a window on a list that the actor may see.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn page<L: Listing>(&self, list: &L, window: Window) -> Result<Page<L::Row>, Fault> {
        let Window { first, limit } = window;
        let mark = self.bookmarks.nearest(self.actor.id(), list, first, self.now);
        let place = mark.as_ref().map_or(0, |mark| mark.place);
        let counted = mark.as_ref().filter(|mark| mark.place == first).map(|mark| mark.total);
        let slice = Slice { after: mark.map(|mark| mark.key), skip: first - place, most: limit };
        let rows = list.slice(self.store, &slice)?;

        let end = first + rows.len() as u64;
        let total = match ends_here(rows.len(), window) {
            true => end,
            false => counted
                .filter(|_| !rows.is_empty())
                .map_or_else(|| list.count(self.store), |total| Ok(total.max(end)))?,
        };
        if let Some(last) = rows.last() {
            self.bookmarks.leave(
                self.actor.id(),
                list,
                bookmarks::Mark { place: end, key: L::key(last), total },
                self.now,
            );
        }
        Ok(Page { rows, first, total })
    }
}

/// Whether the last row of the list is in a window with so many rows, so that nobody has to count.
const fn ends_here(rows: usize, window: Window) -> bool {
    rows < window.limit as usize && (rows > 0 || window.first == 0)
}
