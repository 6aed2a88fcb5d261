use std::net::IpAddr;

use outcomes::Outcome;

use super::window::Window;
use crate::{
    Refusal,
    model::{AccountId, Instant, source_of},
};

/// Counts the requests of protocols without sessions: of each account within an hour, those of them that ask whether
/// something can be had, and those from each address that were in error.
pub struct RequestGuard {
    requests: Window<AccountId>,
    questions: Window<AccountId>,
    errors: Window<IpAddr>,
}

/// How much is too much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RequestLimits {
    /// Requests of an account within an hour, unless the account may send more; `None`: as many as it likes.
    pub requests: Option<u32>,
    /// Questions for availability of an account within an hour; `None`: as many as it likes.
    pub questions: Option<u32>,
    /// Requests in error from one address within an hour, after which it is not heard; `None`: it always is.
    pub errors: Option<u32>,
}

/// Too many came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excess {
    /// How many there may be, or of errors how many there were.
    pub count: u32,
    /// How many seconds until the next is heard.
    pub seconds: i64,
}

impl Excess {
    /// That an address is not heard for so many errors, as every protocol says it.
    pub fn blocks(self, from: IpAddr) -> Refusal {
        let refusal = Refusal::new(Outcome::SourceBlocked).value(from.to_canonical());
        refusal.fact("count", self.count).fact("seconds", self.seconds)
    }
}

impl RequestLimits {
    /// What WAPI's manual tells of.
    pub const DOCUMENTED: Self = Self { requests: Some(1_000), questions: Some(100), errors: Some(10) };
}

impl Default for RequestGuard {
    fn default() -> Self {
        Self { requests: Window::new(HOUR), questions: Window::new(HOUR), errors: Window::new(HOUR) }
    }
}

impl RequestGuard {
    /// Counts a request of an account that may send so many.
    ///
    /// # Errors
    /// It is one too many.
    pub fn request(&self, account: AccountId, most: Option<u32>, now: Instant) -> Result<(), Excess> {
        count(&self.requests, account, most, now)
    }

    /// Counts a question for availability of an account that may ask so many.
    ///
    /// # Errors
    /// It is one too many.
    pub fn question(&self, account: AccountId, most: Option<u32>, now: Instant) -> Result<(), Excess> {
        count(&self.questions, account, most, now)
    }

    /// Whether an address is heard.
    ///
    /// # Errors
    /// More of its requests than so many were in error: it is not heard for a minute for each of them, from the last.
    pub fn hear(&self, from: IpAddr, most: Option<u32>, now: Instant) -> Result<(), Excess> {
        let (Some(most), Some(tally)) = (most, self.errors.tally(&source_of(from), now)) else {
            return Ok(());
        };
        let ends_at = tally.last.millis().saturating_add(i64::from(tally.count) * MINUTE);
        if tally.count <= most || now.millis() >= ends_at {
            return Ok(());
        }
        Err(Excess { count: tally.count, seconds: (ends_at - now.millis() + 999) / 1000 })
    }

    /// Counts a request in error from an address.
    pub fn note_error(&self, from: IpAddr, now: Instant) {
        self.errors.add(source_of(from), now);
    }

    /// Forgets everything.
    pub fn clear(&self) {
        self.requests.clear();
        self.questions.clear();
        self.errors.clear();
    }
}

fn count(
    window: &Window<AccountId>,
    account: AccountId,
    most: Option<u32>,
    now: Instant,
) -> Result<(), Excess> {
    let Some(most) = most else { return Ok(()) };
    if let Some(tally) = window.tally(&account, now).filter(|tally| tally.count >= most) {
        let ends_at = tally.opened.millis().saturating_add(HOUR);
        return Err(Excess { count: most, seconds: (ends_at - now.millis() + 999) / 1000 });
    }
    window.add(account, now);
    Ok(())
}

const MINUTE: i64 = 60 * 1000;
const HOUR: i64 = 60 * MINUTE;

#[cfg(test)]
mod tests {
    use super::*;

    const START: Instant = Instant::from_millis(0);

    #[test]
    fn an_account_may_send_so_many_within_an_hour() {
        let guard = RequestGuard::default();
        let send = |at: i64| guard.request(AccountId(1), Some(2), Instant::from_millis(at));
        assert_eq!((send(0), send(1_000)), (Ok(()), Ok(())));
        assert_eq!(send(2_000), Err(Excess { count: 2, seconds: 3_598 }));
        assert_eq!(guard.request(AccountId(2), Some(2), START), Ok(()), "another account");
        assert_eq!(guard.question(AccountId(1), Some(2), START), Ok(()), "another kind");
        assert_eq!(send(HOUR), Ok(()));
        assert_eq!(guard.request(AccountId(1), None, Instant::from_millis(HOUR)), Ok(()));
    }

    #[test]
    fn an_address_that_errs_is_not_heard_for_a_minute_for_each_error() {
        let guard = RequestGuard::default();
        let (here, there): (IpAddr, IpAddr) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        let hear = |from, at: i64| guard.hear(from, Some(2), Instant::from_millis(at));
        (0..2).for_each(|_| guard.note_error(here, START));
        assert_eq!(hear(here, 0), Ok(()), "two are forgiven");
        guard.note_error(here, START);
        assert_eq!(hear(here, 1), Err(Excess { count: 3, seconds: 180 }));
        assert_eq!((hear(there, 1), hear(here, 3 * MINUTE)), (Ok(()), Ok(())));
        guard.note_error(here, Instant::from_millis(MINUTE));
        assert_eq!(
            hear(here, 3 * MINUTE),
            Err(Excess { count: 4, seconds: 120 }),
            "a further one lengthens it"
        );
        assert_eq!(guard.hear(here, None, START), Ok(()));
    }
}
