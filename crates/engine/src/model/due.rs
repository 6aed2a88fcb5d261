//! What falls due.

use super::{Instant, ObjectId};

/// A reminder to look at an object at a moment. It carries no instruction: what has to be done then, if anything, is
/// read off the object itself, so a reminder that was overtaken by events does no harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// When to look.
    pub at: Instant,
    /// What to look for.
    pub job: Job,
    /// At which object.
    pub object: ObjectId,
}

/// What a reminder is about. Jobs that fall due at the same moment are done in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Job {
    /// The losing sponsor's time to answer a transfer is up; the object is the domain or contact.
    Transfer,
    /// The next step in the life of a domain.
    Domain,
}

impl Job {
    /// Every job.
    pub const ALL: [Self; 2] = [Self::Transfer, Self::Domain];

    /// The job's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Transfer => "transfer",
            Self::Domain => "domain",
        }
    }
}
