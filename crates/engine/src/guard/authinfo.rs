use super::window::Window;
use crate::model::{Instant, ObjectId};

/// Counts wrong attempts at the authInfo of each object, whichever account, session or protocol they come from.
pub struct AuthInfoGuard(Window<ObjectId>);

impl Default for AuthInfoGuard {
    fn default() -> Self {
        Self(Window::new(DAY))
    }
}

impl AuthInfoGuard {
    /// Whether so many attempts went wrong within a day that no more are heard.
    pub fn is_locked(&self, object: ObjectId, now: Instant) -> bool {
        self.0.tally(&object, now).is_some_and(|tally| tally.count >= ATTEMPTS)
    }

    /// Counts a wrong attempt.
    pub fn note_failure(&self, object: ObjectId, now: Instant) {
        self.0.add(object, now);
    }

    /// Forgets every attempt.
    pub fn clear(&self) {
        self.0.clear();
    }

    /// Starts anew, because the object has a new authInfo.
    pub fn forget(&self, object: ObjectId) {
        self.0.forget(&object);
    }
}

const DAY: i64 = 24 * 60 * 60 * 1000;
const ATTEMPTS: u32 = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locks_after_ten_and_opens_after_a_day() {
        let guard = AuthInfoGuard::default();
        let start = Instant::from_millis(0);
        for _ in 0..9 {
            guard.note_failure(ObjectId(1), start);
        }
        assert!(!guard.is_locked(ObjectId(1), start));
        guard.note_failure(ObjectId(1), start);
        assert!(guard.is_locked(ObjectId(1), start) && !guard.is_locked(ObjectId(2), start));
        assert!(!guard.is_locked(ObjectId(1), start.plus_days(1)));
        guard.forget(ObjectId(1));
        assert!(!guard.is_locked(ObjectId(1), start));
    }
}
