use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use outcomes::Outcome;

use super::window::Window;
use crate::{
    Refusal,
    model::{Account, AccountId, Instant},
};

/// Locks an account for some minutes when too many requests of it come at a time, or too many of its logins fail. Unlike
/// the guards that only count, it goes on refusing when the rate is back to normal: a program in a loop has to stop.
///
/// For protocols that tell their clients so. Against guessing, [`super::LoginGuard`] works in each protocol.
pub struct LockGuard {
    limits: LockLimits,
    requests: Window<AccountId>,
    failures: Window<AccountId>,
    locks: Mutex<HashMap<AccountId, Instant>>,
}

/// When an account is locked, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LockLimits {
    /// Requests within a span of requests; `None`: as many as it likes.
    pub requests: Option<u32>,
    /// That span, in milliseconds.
    pub requests_within: i64,
    /// Failed logins within a span of logins; `None`: as many as it likes.
    pub failures: Option<u32>,
    /// That span, in milliseconds.
    pub failures_within: i64,
    /// How long it is locked, in milliseconds.
    pub lasts: i64,
}

impl Default for LockLimits {
    /// 600 requests a minute, 20 failed logins in ten minutes, locked for five minutes.
    fn default() -> Self {
        Self {
            requests: Some(600),
            requests_within: MINUTE,
            failures: Some(20),
            failures_within: 10 * MINUTE,
            lasts: 5 * MINUTE,
        }
    }
}

impl LockGuard {
    /// A guard that has seen nothing yet.
    pub fn new(limits: LockLimits) -> Self {
        Self {
            limits,
            requests: Window::new(limits.requests_within),
            failures: Window::new(limits.failures_within),
            locks: Mutex::default(),
        }
    }

    /// Counts a request of an account, which is locked by it if it is one too many.
    ///
    /// # Errors
    /// `account_locked`.
    pub fn request(&self, account: &Account, now: Instant) -> Result<(), Refusal> {
        self.check(account, now)?;
        if self.is_too_much(&self.requests, self.limits.requests, account.id, now) {
            return self.check(account, now);
        }
        Ok(())
    }

    /// Counts a failed login of an account.
    pub fn note_failure(&self, account: AccountId, now: Instant) {
        self.is_too_much(&self.failures, self.limits.failures, account, now);
    }

    /// Whether an account is heard.
    ///
    /// # Errors
    /// `account_locked`.
    pub fn check(&self, account: &Account, now: Instant) -> Result<(), Refusal> {
        let until = self.locks().get(&account.id).map_or(0, |until| until.millis());
        let left = until.saturating_sub(now.millis());
        if left <= 0 {
            return Ok(());
        }
        Err(Refusal::new(Outcome::AccountLocked).value(&account.clid).fact("seconds", (left + 999) / 1000))
    }

    /// Forgets everything.
    pub fn clear(&self) {
        self.requests.clear();
        self.failures.clear();
        self.locks().clear();
    }

    /// Counts, and locks the account if that is beyond the limit. It starts anew when the lock is over.
    fn is_too_much(
        &self,
        window: &Window<AccountId>,
        most: Option<u32>,
        account: AccountId,
        now: Instant,
    ) -> bool {
        let Some(most) = most else { return false };
        window.add(account, now);
        if window.tally(&account, now).is_none_or(|tally| tally.count <= most) {
            return false;
        }
        window.forget(&account);
        let mut locks = self.locks();
        locks.retain(|_, until| until.millis() > now.millis());
        locks.insert(account, now.plus_millis(self.limits.lasts));
        true
    }

    fn locks(&self) -> MutexGuard<'_, HashMap<AccountId, Instant>> {
        self.locks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

const MINUTE: i64 = 60 * 1000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Actor;

    const START: Instant = Instant::from_millis(0);

    fn guard() -> LockGuard {
        LockGuard::new(LockLimits { requests: Some(2), failures: Some(2), ..LockLimits::default() })
    }

    #[test]
    fn an_account_that_asks_too_much_is_locked_for_a_while() {
        let (guard, actor) = (guard(), Actor::nobody());
        let ask = |at: i64| guard.request(&actor.account, Instant::from_millis(at));
        assert_eq!((ask(0), ask(1)), (Ok(()), Ok(())));
        let refusal = ask(2).unwrap_err();
        assert_eq!(refusal.outcome, Outcome::AccountLocked);
        assert_eq!(refusal.facts, [("seconds", "300".to_owned())]);
        assert!(ask(2 + 5 * MINUTE - 1).is_err(), "asking less does not help");
        assert_eq!(ask(2 + 5 * MINUTE), Ok(()));
        assert_eq!(ask(3 + 5 * MINUTE), Ok(()), "it is counted anew");
    }

    #[test]
    fn requests_of_the_next_minute_are_counted_apart() {
        let (guard, actor) = (guard(), Actor::nobody());
        for at in [0, 1, MINUTE, MINUTE + 1, 2 * MINUTE] {
            assert_eq!(guard.request(&actor.account, Instant::from_millis(at)), Ok(()), "{at}");
        }
    }

    #[test]
    fn an_account_whose_logins_fail_is_locked_alone() {
        let (guard, actor) = (guard(), Actor::nobody());
        let other = Account { id: AccountId(7), ..(*actor.account).clone() };
        (0..3).for_each(|_| guard.note_failure(other.id, START));
        assert!(guard.check(&other, START).is_err());
        assert_eq!(guard.check(&actor.account, START), Ok(()));
        guard.clear();
        assert_eq!(guard.check(&other, START), Ok(()));
    }
}
