//! Windows on lists.

use engine::model::Window;
use engine::{Field, Outcome, Refusal};

use crate::columns::Columns;
use crate::params::{Params, number};

/// The part of a list that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    /// The first row, counted from 0.
    pub(crate) first: u64,
    /// How many rows at most; never 0.
    pub(crate) limit: u32,
}

impl Page {
    /// Reads `first` and `limit`. A list is told in the answer alone, not made into a file or sent by e-mail.
    pub(crate) fn read(params: &mut Params) -> Self {
        for (name, option) in [("GENERATELIST", "generatelist"), ("SENDLISTEMAIL", "sendlistemail")] {
            if params.text(name).is_some_and(|wanted| wanted != "0") {
                params.add(Refusal::new(Outcome::OptionUnknown).value(option));
            }
        }
        let first = params.read("FIRST", Field::ListPlace, number).unwrap_or_default();
        let limit = params.read("LIMIT", Field::ListLimit, number::<u32>);
        let limit = limit.filter(|limit| *limit > 0).unwrap_or(USUAL).min(MOST);
        Self { first, limit }
    }

    /// The same for the engine.
    pub(crate) fn window(self) -> Window {
        Window { first: self.first, limit: self.limit }
    }

    /// Its part of a list that is there as a whole.
    pub(crate) fn of<T>(self, list: &[T]) -> &[T] {
        let first = usize::try_from(self.first).unwrap_or(usize::MAX).min(list.len());
        let end = first.saturating_add(self.limit as usize).min(list.len());
        &list[first..end]
    }

    /// The scalars that go with `count` rows out of `total`. A page without rows ends where it begins, or clients that ask
    /// on from the last row would never end.
    pub(crate) fn scalars(self, columns: Columns, count: usize, total: u64) -> Columns {
        let last = self.first + (count as u64).saturating_sub(1);
        columns
            .one("count", count.to_string())
            .one("first", self.first.to_string())
            .one("last", last.to_string())
            .one("limit", self.limit.to_string())
            .one("total", total.to_string())
    }
}

/// Whether a list that is sorted by age begins with the newest: `orders` are the words for its order, and whether each
/// means that.
pub(crate) fn newest_first(params: &mut Params, orders: &[(&str, bool)]) -> bool {
    let by = params.choice("ORDERBY", orders).unwrap_or_default();
    params.choice("ORDER", &[("ASC", false), ("DESC", true)]).unwrap_or(by)
}

/// Reads how deep below the account a list reaches: only that of the account itself is told at once.
pub(crate) fn own_alone(params: &mut Params) {
    params.choice("USERDEPTH", &[("SELF", ())]);
}

/// How many rows there are in a page unless the client says otherwise.
const USUAL: u32 = 1000;
/// More are not told at once.
const MOST: u32 = 10_000;
