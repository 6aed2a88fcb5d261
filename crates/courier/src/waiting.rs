//! Parcels that wait for a courier: two lines per account, served in turn.

use std::collections::{HashMap, VecDeque};

use engine::model::{AccountId, CargoId};
use engine::ports::{Cargo, Parcel};

/// The lines. One parcel of a line is under way at a time: a receiver that hangs holds up one courier and its own line,
/// and notices arrive in their order.
#[derive(Default)]
pub(crate) struct Waiting {
    lines: HashMap<Line, InLine>,
    /// Lines with nothing under way, in the order in which they are served.
    ready: VecDeque<Line>,
    parcels: usize,
}

/// Which line a parcel stands in. An account whose own receiver is away still gets its letters to others through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Line {
    /// Notices to an account.
    Notices(AccountId),
    /// Letters on behalf of an account.
    Letters(AccountId),
}

impl Line {
    /// The line of a parcel.
    pub(crate) const fn of(parcel: &Parcel) -> Self {
        let account = parcel.cargo.account();
        match parcel.cargo {
            Cargo::Notice { .. } => Self::Notices(account),
            Cargo::Letter(_) => Self::Letters(account),
        }
    }
}

#[derive(Default)]
struct InLine {
    parcels: VecDeque<Parcel>,
    under_way: Option<CargoId>,
}

/// How many parcels may wait.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    /// In all.
    pub(crate) most: usize,
    /// Of one line.
    pub(crate) most_of_line: usize,
}

/// What became of a parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// It waits.
    Taken,
    /// It waits or is under way already: this is a later attempt.
    Repeated,
    /// There is no room for it.
    Full,
}

impl Waiting {
    /// Takes a parcel to the end of its line.
    pub(crate) fn put(&mut self, parcel: Parcel, room: Room) -> Place {
        let (place, id) = (Line::of(&parcel), parcel.cargo.id());
        let line = self.lines.entry(place).or_default();
        if line.under_way == Some(id) || line.parcels.iter().any(|waiting| waiting.cargo.id() == id) {
            return Place::Repeated;
        }
        if self.parcels >= room.most || line.parcels.len() >= room.most_of_line {
            self.forget_if_idle(place);
            return Place::Full;
        }
        if line.parcels.is_empty() && line.under_way.is_none() {
            self.ready.push_back(place);
        }
        line.parcels.push_back(parcel);
        self.parcels += 1;
        Place::Taken
    }

    /// The next parcel to carry.
    pub(crate) fn next(&mut self) -> Option<Parcel> {
        let place = self.ready.pop_front()?;
        let line = self.lines.get_mut(&place)?;
        let parcel = line.parcels.pop_front()?;
        line.under_way = Some(parcel.cargo.id());
        self.parcels -= 1;
        Some(parcel)
    }

    /// What was under way of a line is no more: its next parcel can go.
    pub(crate) fn ended(&mut self, place: Line) {
        let Some(line) = self.lines.get_mut(&place) else { return };
        line.under_way = None;
        if !line.parcels.is_empty() {
            self.ready.push_back(place);
        }
        self.forget_if_idle(place);
    }

    /// Gives up what waits in a line, because its receiver is away. Tells how many parcels that were.
    pub(crate) fn clear(&mut self, place: Line) -> usize {
        let Some(line) = self.lines.get_mut(&place) else { return 0 };
        let cleared = line.parcels.len();
        line.parcels.clear();
        self.parcels -= cleared;
        cleared
    }

    /// How many parcels wait.
    pub(crate) fn len(&self) -> usize {
        self.parcels
    }

    fn forget_if_idle(&mut self, place: Line) {
        if self.lines.get(&place).is_some_and(|line| line.parcels.is_empty() && line.under_way.is_none()) {
            self.lines.remove(&place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::tests::{letter, parcel};

    const ROOM: Room = Room { most: 5, most_of_line: 3 };

    fn put(waiting: &mut Waiting, account: i64, id: i64) -> Place {
        waiting.put(parcel(account, id, "https://example.test/"), ROOM)
    }

    fn line(account: i64) -> Line {
        Line::Notices(AccountId(account))
    }

    fn next(waiting: &mut Waiting) -> Option<i64> {
        waiting.next().map(|parcel| parcel.cargo.id().0)
    }

    #[test]
    fn accounts_take_turns_and_have_one_parcel_under_way() {
        let mut waiting = Waiting::default();
        for (account, id) in [(1, 11), (1, 12), (2, 21), (2, 22)] {
            assert_eq!(put(&mut waiting, account, id), Place::Taken);
        }
        assert_eq!([next(&mut waiting), next(&mut waiting), next(&mut waiting)], [Some(11), Some(21), None]);
        waiting.ended(line(2));
        waiting.ended(line(1));
        assert_eq!([next(&mut waiting), next(&mut waiting), next(&mut waiting)], [Some(22), Some(12), None]);
        waiting.ended(line(1));
        waiting.ended(line(2));
        assert!(waiting.lines.is_empty() && waiting.len() == 0);
    }

    #[test]
    fn a_parcel_that_waits_or_is_under_way_is_not_taken_again() {
        let mut waiting = Waiting::default();
        put(&mut waiting, 1, 11);
        assert_eq!(put(&mut waiting, 1, 11), Place::Repeated);
        next(&mut waiting);
        assert_eq!(put(&mut waiting, 1, 11), Place::Repeated);
        waiting.ended(line(1));
        assert_eq!(put(&mut waiting, 1, 11), Place::Taken);
    }

    #[test]
    fn neither_one_account_nor_all_can_fill_the_memory() {
        let mut waiting = Waiting::default();
        let placed: Vec<_> = (0..4).map(|id| put(&mut waiting, 1, id)).collect();
        assert_eq!(placed, [Place::Taken, Place::Taken, Place::Taken, Place::Full]);
        let placed: Vec<_> = (0..3).map(|id| put(&mut waiting, 2, id)).collect();
        assert_eq!(placed, [Place::Taken, Place::Taken, Place::Full]);
        assert_eq!(put(&mut waiting, 3, 0), Place::Full);
        assert_eq!((waiting.lines.len(), waiting.len()), (2, 5));
    }

    #[test]
    fn the_line_of_an_absent_receiver_is_cleared() {
        let mut waiting = Waiting::default();
        (0..3).for_each(|id| assert_eq!(put(&mut waiting, 1, id), Place::Taken));
        next(&mut waiting);
        assert_eq!(waiting.clear(line(1)), 2);
        waiting.ended(line(1));
        assert_eq!((next(&mut waiting), waiting.len()), (None, 0));
    }

    #[test]
    fn letters_do_not_stand_behind_the_notices_of_their_account() {
        let mut waiting = Waiting::default();
        put(&mut waiting, 1, 11);
        put(&mut waiting, 1, 12);
        assert_eq!(waiting.put(letter(1, 13), ROOM), Place::Taken);
        assert_eq!([next(&mut waiting), next(&mut waiting), next(&mut waiting)], [Some(11), Some(13), None]);
        assert_eq!(waiting.clear(line(1)), 1);
        waiting.ended(Line::Letters(AccountId(1)));
        waiting.ended(line(1));
        assert!(waiting.lines.is_empty() && waiting.len() == 0);
    }
}
