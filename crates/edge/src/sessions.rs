//! How many sessions an account, and a source, may have logged in at once.

use std::net::IpAddr;
use std::sync::Arc;

use engine::{Actor, Outcome, Refusal};

use crate::network::source_of;
use crate::tally::{Tally, Ticket};

/// Caps on live logged-in sessions, over all listeners and protocols that share the value.
#[derive(Clone, Debug)]
pub struct SessionLimits {
    accounts: Arc<Tally<i64>>,
    sources: Arc<Tally<IpAddr>>,
}

/// One logged-in session; dropping it counts the session out.
#[derive(Debug)]
pub struct SessionGuard {
    _account: Ticket<i64>,
    _source: Ticket<IpAddr>,
}

/// Which cap a further session would exceed, and how many it allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exceeded {
    Account(u32),
    Address(u32),
}

impl SessionLimits {
    /// At most `per_account` sessions of one account, and `per_address` from one IPv4 address or IPv6 /64.
    pub fn new(per_account: u32, per_address: u32) -> Self {
        Self { accounts: Tally::new(per_account), sources: Tally::new(per_address) }
    }

    /// Counts one session of whoever logged in, in for as long as the guard lives. An account may have a limit of its own.
    ///
    /// # Errors
    /// `session_limit_reached` with the account's name and `address_session_limit_reached` with the address, each with the
    /// limit as a fact.
    pub fn admit(&self, actor: &Actor, address: IpAddr) -> Result<SessionGuard, Refusal> {
        let account = &actor.account;
        self.try_enter(actor.id().0, account.max_sessions, address).map_err(|exceeded| match exceeded {
            Exceeded::Account(limit) => {
                Refusal::new(Outcome::SessionLimitReached).value(&account.clid).fact("limit", limit)
            }
            Exceeded::Address(limit) => {
                Refusal::new(Outcome::AddressSessionLimitReached).value(address).fact("limit", limit)
            }
        })
    }

    fn try_enter(
        &self,
        account: i64,
        own_limit: Option<u32>,
        address: IpAddr,
    ) -> Result<SessionGuard, Exceeded> {
        let limit = own_limit.unwrap_or(self.accounts.limit());
        let account = self.accounts.enter_within(account, limit).ok_or(Exceeded::Account(limit))?;
        let source = self.sources.enter(source_of(address));
        let source = source.ok_or(Exceeded::Address(self.sources.limit()))?;
        Ok(SessionGuard { _account: account, _source: source })
    }

    /// How many sessions of this account are live.
    pub fn live(&self, account: i64) -> u32 {
        self.accounts.live(&account)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cap_that_is_reached_is_named_and_nothing_stays_counted() {
        let limits = SessionLimits::new(2, 2);
        let (here, there) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        let first = limits.try_enter(1, None, here).unwrap();
        let second = limits.try_enter(1, None, there).unwrap();
        assert_eq!(limits.try_enter(1, None, there).err(), Some(Exceeded::Account(2)));
        let third = limits.try_enter(2, None, here).unwrap();
        assert_eq!(limits.try_enter(3, None, here).err(), Some(Exceeded::Address(2)));
        assert_eq!(limits.live(3), 0);
        drop((first, second, third));
        assert_eq!((limits.live(1), limits.live(2)), (0, 0));
        assert!(limits.try_enter(1, None, here).is_ok());
        assert_eq!(
            limits.try_enter(4, Some(0), there).err(),
            Some(Exceeded::Account(0)),
            "a limit of its own"
        );
    }
}
