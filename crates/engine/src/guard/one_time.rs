use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::model::Realm;

/// Sees to it that a one-time password is good for one time (RFC 6238 section 5.2).
///
/// It remembers as long as the process lives, which is longer than any code is good unless the process is started anew at
/// once. There is one entry for each login that has a key and came in.
#[derive(Default)]
pub struct UsedCodes(Mutex<HashMap<(Realm, String), i64>>);

impl UsedCodes {
    /// Uses the code of a span of time up. `false`: that or a later one was used before.
    pub fn take(&self, realm: Realm, login: &str, step: i64) -> bool {
        let mut used = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let last = used.entry((realm, login.to_owned())).or_insert(i64::MIN);
        let is_fresh = *last < step;
        *last = step.max(*last);
        is_fresh
    }

    /// Forgets every code.
    pub fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_good_once_and_none_before_it_afterwards() {
        let used = UsedCodes::default();
        let take = |login, step| used.take(Realm::Rrp, login, step);
        assert!(take("alpha", 7) && !take("alpha", 7) && !take("alpha", 6));
        assert!(take("alpha", 8) && take("bravo", 7));
        used.clear();
        assert!(take("alpha", 7));
    }
}
