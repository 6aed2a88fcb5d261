use super::Result;
use crate::model::{Due, Instant};

/// Reads what falls due.
pub trait Dues {
    /// What is due by a moment, in order: by time, then job, then object. At most so many.
    fn due_by(&self, until: Instant, most: usize) -> Result<Vec<Due>>;

    /// When something falls due next.
    fn next_due(&self) -> Result<Option<Instant>>;
}

/// Writes what falls due.
pub trait DuesMut: Dues {
    /// Adds a reminder; one that is there already stays the one, since the earlier of both moments.
    fn remind(&self, due: &Due) -> Result<()>;

    /// Removes a reminder. `false` if it was not there any more.
    fn done(&self, due: &Due) -> Result<bool>;
}
