//! Windows on lists: so many rows from one place on.

/// Which rows of a list are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// How many rows stand before the first one wanted.
    pub first: u64,
    /// How many rows at most.
    pub limit: u32,
}

impl Window {
    /// Every row, for lists whose length is limited otherwise.
    pub const ALL: Self = Self { first: 0, limit: u32::MAX };
}

/// The rows in a window on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// How many rows stand before them.
    pub first: u64,
    /// How many rows the whole list has.
    pub total: u64,
}

impl<T> Page<T> {
    /// The rows in a window on a list that is there as a whole.
    pub fn of(rows: Vec<T>, window: Window) -> Self {
        let total = rows.len() as u64;
        let skip = usize::try_from(window.first).unwrap_or(usize::MAX);
        let rows = rows.into_iter().skip(skip).take(window.limit as usize).collect();
        Self { rows, first: window.first, total }
    }

    /// The same page with every row made into something else.
    pub fn map<U>(self, row: impl FnMut(T) -> U) -> Page<U> {
        Page { rows: self.rows.into_iter().map(row).collect(), first: self.first, total: self.total }
    }

    /// The same page with every row made into something else, where that can fail.
    ///
    /// # Errors
    /// The first one that making a row meets.
    pub fn try_map<U, E>(self, row: impl FnMut(T) -> Result<U, E>) -> Result<Page<U>, E> {
        let rows = self.rows.into_iter().map(row).collect::<Result<_, E>>()?;
        Ok(Page { rows, first: self.first, total: self.total })
    }
}
