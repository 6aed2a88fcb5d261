use std::{
    any::{Any, TypeId},
    collections::{BTreeMap, HashMap},
    hash::{BuildHasher, RandomState},
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::Listing;
use crate::model::{AccountId, Instant};

/// Remembers for a while where windows on lists ended. What is forgotten costs time, never truth.
#[derive(Default)]
pub struct Bookmarks {
    trails: Mutex<HashMap<TrailKey, Trail>>,
    hasher: RandomState,
}

/// Who reads which list. Lists are told apart by a hash under a key that nobody knows; a clash could at worst make one
/// account's window begin at another place of its own list.
type TrailKey = (AccountId, TypeId, u64);

/// The marks of one reader in one list.
struct Trail {
    marks: BTreeMap<u64, (Box<dyn Any + Send + Sync>, u64)>,
    used_at: Instant,
}

/// A place in a list.
pub(super) struct Mark<K> {
    /// How many rows stand before it.
    pub(super) place: u64,
    /// The key of the last of those.
    pub(super) key: K,
    /// How many rows the list had when the mark was left.
    pub(super) total: u64,
}

impl Bookmarks {
    /// The last mark at or before a place. Whoever reads from the start begins anew.
    pub(super) fn nearest<L: Listing>(
        &self,
        reader: AccountId,
        list: &L,
        place: u64,
        now: Instant,
    ) -> Option<Mark<L::Key>> {
        let key = self.key(reader, list);
        let mut trails = self.trails();
        if place == 0 {
            trails.remove(&key);
            return None;
        }
        let trail = trails.get(&key).filter(|trail| trail.is_fresh(now))?;
        let (place, (found, total)) = trail.marks.range(..=place).next_back()?;
        found.downcast_ref::<L::Key>().map(|key| Mark { place: *place, key: key.clone(), total: *total })
    }

    /// Leaves a mark.
    pub(super) fn leave<L: Listing>(&self, reader: AccountId, list: &L, mark: Mark<L::Key>, now: Instant) {
        let key = self.key(reader, list);
        let mut trails = self.trails();
        if trails.len() >= TRAILS && !trails.contains_key(&key) {
            make_room(&mut trails, now);
        }
        let trail = trails.entry(key).or_insert_with(|| Trail { marks: BTreeMap::new(), used_at: now });
        trail.leave(mark, now);
    }

    /// Forgets every mark.
    pub fn clear(&self) {
        self.trails().clear();
    }

    fn key<L: Listing>(&self, reader: AccountId, list: &L) -> TrailKey {
        (reader, TypeId::of::<L>(), self.hasher.hash_one(list))
    }

    fn trails(&self) -> MutexGuard<'_, HashMap<TrailKey, Trail>> {
        self.trails.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Trail {
    fn is_fresh(&self, now: Instant) -> bool {
        now.millis().saturating_sub(self.used_at.millis()) < MEMORY
    }

    fn leave<K: Send + Sync + 'static>(&mut self, mark: Mark<K>, now: Instant) {
        if !self.is_fresh(now) {
            self.marks.clear();
        }
        self.marks.insert(mark.place, (Box::new(mark.key), mark.total));
        if self.marks.len() > MARKS {
            self.thin();
        }
        self.used_at = now;
    }

    /// Forgets the mark that is missed least: the one whose neighbours are nearest to each other. The last one stays, as
    /// a walk goes on there.
    fn thin(&mut self) {
        let places: Vec<u64> = self.marks.keys().copied().collect();
        let between = |three: &&[u64]| three[2] - three[0];
        if let Some(three) = places.windows(3).min_by_key(between) {
            self.marks.remove(&three[1]);
        }
    }
}

/// Drops the trails that nobody follows any more, or all of them.
fn make_room(trails: &mut HashMap<TrailKey, Trail>, now: Instant) {
    trails.retain(|_, trail| trail.is_fresh(now));
    if trails.len() >= TRAILS {
        trails.clear();
    }
}

/// Milliseconds that a trail is remembered after the last window.
const MEMORY: i64 = 10 * 60 * 1000;
/// Trails that are remembered.
const TRAILS: usize = 2_048;
/// Marks of one trail.
const MARKS: usize = 128;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Fault,
        ports::store::{Slice, Snapshot},
    };

    const START: Instant = Instant::from_millis(0);

    /// A list of which only the name matters here.
    #[derive(Hash)]
    struct Named(&'static str);

    impl Listing for Named {
        type Row = u64;
        type Key = u64;

        fn key(row: &u64) -> u64 {
            *row
        }

        fn slice(&self, _: &dyn Snapshot, _: &Slice<u64>) -> Result<Vec<u64>, Fault> {
            Ok(Vec::new())
        }

        fn count(&self, _: &dyn Snapshot) -> Result<u64, Fault> {
            Ok(0)
        }
    }

    fn leave(bookmarks: &Bookmarks, name: &'static str, place: u64) {
        bookmarks.leave(AccountId(1), &Named(name), Mark { place, key: place * 10, total: 1_000 }, START);
    }

    fn nearest(
        bookmarks: &Bookmarks,
        reader: i64,
        name: &'static str,
        place: u64,
        now: i64,
    ) -> Option<(u64, u64)> {
        let found = bookmarks.nearest(AccountId(reader), &Named(name), place, Instant::from_millis(now));
        found.map(|mark| (mark.place, mark.key))
    }

    #[test]
    fn the_nearest_mark_before_a_place_is_found_by_its_reader_in_its_list() {
        let bookmarks = Bookmarks::default();
        leave(&bookmarks, "a", 100);
        leave(&bookmarks, "a", 200);
        assert_eq!(nearest(&bookmarks, 1, "a", 99, 0), None);
        assert_eq!(nearest(&bookmarks, 1, "a", 100, 0), Some((100, 1_000)));
        assert_eq!(nearest(&bookmarks, 1, "a", 1_000, 0), Some((200, 2_000)));
        assert_eq!(nearest(&bookmarks, 1, "b", 100, 0), None, "another list");
        assert_eq!(nearest(&bookmarks, 2, "a", 100, 0), None, "another reader");
    }

    #[test]
    fn a_trail_ends_at_a_new_start_or_after_some_minutes() {
        let bookmarks = Bookmarks::default();
        leave(&bookmarks, "a", 100);
        assert_eq!(nearest(&bookmarks, 1, "a", 100, MEMORY - 1), Some((100, 1_000)));
        assert_eq!(nearest(&bookmarks, 1, "a", 100, MEMORY), None);
        assert_eq!(nearest(&bookmarks, 1, "a", 0, 0), None);
        assert_eq!(nearest(&bookmarks, 1, "a", 100, 0), None, "it began anew");
    }

    #[test]
    fn a_long_trail_is_thinned_and_its_end_kept() {
        let bookmarks = Bookmarks::default();
        let length = 10 * MARKS as u64;
        (1..=length).for_each(|place| leave(&bookmarks, "a", place));
        let gap = |place| place - nearest(&bookmarks, 1, "a", place, 0).map_or(0, |(place, _)| place);
        assert_eq!(gap(length), 0);
        let widest = (2..=length).map(gap).max();
        assert!(widest <= Some(2 * length / MARKS as u64), "marks are everywhere: {widest:?}");
        let marks = bookmarks.trails().values().map(|trail| trail.marks.len()).max();
        assert!(marks <= Some(MARKS));
    }
}
