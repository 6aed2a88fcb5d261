use super::window::Window;
use crate::model::{AccountId, Instant};

/// Counts what registrars ask of a registry that allows only so much of it within a day.
pub struct UsageGuard(Window<(AccountId, Usage)>);

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Usage {
    /// Names that are checked.
    Checks,
    /// Registrations of names that are taken.
    CreatesOfTaken,
}

impl Usage {
    /// The word for texts.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Checks => "checks",
            Self::CreatesOfTaken => "registrations of names that are taken",
        }
    }
}

impl Default for UsageGuard {
    fn default() -> Self {
        Self(Window::new(Self::HOURS * 60 * 60 * 1000))
    }
}

impl UsageGuard {
    /// How long it counts.
    pub const HOURS: i64 = 24;

    /// How many are left of so many.
    pub fn left(&self, account: AccountId, usage: Usage, most: u32, now: Instant) -> u32 {
        let used = self.0.tally(&(account, usage), now).map_or(0, |tally| tally.count);
        most.saturating_sub(used)
    }

    /// Counts one.
    pub fn note(&self, account: AccountId, usage: Usage, now: Instant) {
        self.0.add((account, usage), now);
    }

    /// Forgets everything.
    pub fn clear(&self) {
        self.0.clear();
    }
}
