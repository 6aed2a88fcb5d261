//! How many sessions an account, and a source, may have logged in at once.

use std::net::IpAddr;
use std::sync::Arc;

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

/// Which cap a further session would exceed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Exceeded {
    /// The account has all the sessions it may have.
    #[error("the account has as many sessions as it may have")]
    Account,
    /// The source (IPv4 address or IPv6 /64) has all the sessions it may have.
    #[error("the address has as many sessions as it may have")]
    Address,
}

impl SessionLimits {
    /// At most `per_account` sessions of one account, and `per_address` from one IPv4 address or IPv6 /64.
    pub fn new(per_account: u32, per_address: u32) -> Self {
        Self { accounts: Tally::new(per_account), sources: Tally::new(per_address) }
    }

    /// Counts one session in for as long as the guard lives. `own_limit` is the account's, if it has one of its own.
    pub fn try_enter(
        &self,
        account: i64,
        own_limit: Option<u32>,
        address: IpAddr,
    ) -> Result<SessionGuard, Exceeded> {
        let place = match own_limit {
            Some(limit) => self.accounts.enter_within(account, limit),
            None => self.accounts.enter(account),
        };
        let account = place.ok_or(Exceeded::Account)?;
        let source = self.sources.enter(source_of(address)).ok_or(Exceeded::Address)?;
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
        assert_eq!(limits.try_enter(1, None, there).err(), Some(Exceeded::Account));
        let third = limits.try_enter(2, None, here).unwrap();
        assert_eq!(limits.try_enter(3, None, here).err(), Some(Exceeded::Address));
        assert_eq!(limits.live(3), 0);
        drop((first, second, third));
        assert_eq!((limits.live(1), limits.live(2)), (0, 0));
        assert!(limits.try_enter(1, None, here).is_ok());
        assert_eq!(limits.try_enter(4, Some(0), there).err(), Some(Exceeded::Account), "a limit of its own");
    }
}
