//! Parcels that wait for a courier: a line per account, served in turn.

use std::collections::{HashMap, VecDeque};

use engine::model::{AccountId, NoticeId};
use engine::ports::Parcel;

/// The lines. One parcel of an account is under way at a time: a receiver that hangs holds up one courier and its own
/// line, and notices arrive in their order.
#[derive(Default)]
pub(crate) struct Waiting {
    lines: HashMap<AccountId, Line>,
    /// Accounts with a line and nothing under way, in the order in which they are served.
    ready: VecDeque<AccountId>,
    parcels: usize,
}

#[derive(Default)]
struct Line {
    parcels: VecDeque<Parcel>,
    under_way: Option<NoticeId>,
}

/// How many parcels may wait.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    /// In all.
    pub(crate) most: usize,
    /// Of one account.
    pub(crate) most_of_account: usize,
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
    /// Takes a parcel to the end of its account's line.
    pub(crate) fn put(&mut self, parcel: Parcel, room: Room) -> Place {
        let (account, id) = (parcel.notice.account, parcel.notice.id);
        let line = self.lines.entry(account).or_default();
        if line.under_way == Some(id) || line.parcels.iter().any(|waiting| waiting.notice.id == id) {
            return Place::Repeated;
        }
        if self.parcels >= room.most || line.parcels.len() >= room.most_of_account {
            self.forget_if_idle(account);
            return Place::Full;
        }
        if line.parcels.is_empty() && line.under_way.is_none() {
            self.ready.push_back(account);
        }
        line.parcels.push_back(parcel);
        self.parcels += 1;
        Place::Taken
    }

    /// The next parcel to carry.
    pub(crate) fn next(&mut self) -> Option<Parcel> {
        let account = self.ready.pop_front()?;
        let line = self.lines.get_mut(&account)?;
        let parcel = line.parcels.pop_front()?;
        line.under_way = Some(parcel.notice.id);
        self.parcels -= 1;
        Some(parcel)
    }

    /// What was under way of an account is no more: its next parcel can go.
    pub(crate) fn ended(&mut self, account: AccountId) {
        let Some(line) = self.lines.get_mut(&account) else { return };
        line.under_way = None;
        if !line.parcels.is_empty() {
            self.ready.push_back(account);
        }
        self.forget_if_idle(account);
    }

    /// Gives up what waits for an account, because its receiver is away. Tells how many parcels that were.
    pub(crate) fn clear(&mut self, account: AccountId) -> usize {
        let Some(line) = self.lines.get_mut(&account) else { return 0 };
        let cleared = line.parcels.len();
        line.parcels.clear();
        self.parcels -= cleared;
        cleared
    }

    /// How many parcels wait.
    pub(crate) fn len(&self) -> usize {
        self.parcels
    }

    fn forget_if_idle(&mut self, account: AccountId) {
        if self.lines.get(&account).is_some_and(|line| line.parcels.is_empty() && line.under_way.is_none()) {
            self.lines.remove(&account);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::tests::parcel;

    const ROOM: Room = Room { most: 5, most_of_account: 3 };

    fn put(waiting: &mut Waiting, account: i64, id: i64) -> Place {
        waiting.put(parcel(account, id, "https://example.test/"), ROOM)
    }

    fn next(waiting: &mut Waiting) -> Option<i64> {
        waiting.next().map(|parcel| parcel.notice.id.0)
    }

    #[test]
    fn accounts_take_turns_and_have_one_parcel_under_way() {
        let mut waiting = Waiting::default();
        for (account, id) in [(1, 11), (1, 12), (2, 21), (2, 22)] {
            assert_eq!(put(&mut waiting, account, id), Place::Taken);
        }
        assert_eq!([next(&mut waiting), next(&mut waiting), next(&mut waiting)], [Some(11), Some(21), None]);
        waiting.ended(AccountId(2));
        waiting.ended(AccountId(1));
        assert_eq!([next(&mut waiting), next(&mut waiting), next(&mut waiting)], [Some(22), Some(12), None]);
        waiting.ended(AccountId(1));
        waiting.ended(AccountId(2));
        assert!(waiting.lines.is_empty() && waiting.len() == 0);
    }

    #[test]
    fn a_parcel_that_waits_or_is_under_way_is_not_taken_again() {
        let mut waiting = Waiting::default();
        put(&mut waiting, 1, 11);
        assert_eq!(put(&mut waiting, 1, 11), Place::Repeated);
        next(&mut waiting);
        assert_eq!(put(&mut waiting, 1, 11), Place::Repeated);
        waiting.ended(AccountId(1));
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
        assert_eq!(waiting.clear(AccountId(1)), 2);
        waiting.ended(AccountId(1));
        assert_eq!((next(&mut waiting), waiting.len()), (None, 0));
    }
}
