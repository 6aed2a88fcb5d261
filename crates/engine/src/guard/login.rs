use std::net::IpAddr;

use super::window::{Tally, Window};
use crate::model::{Instant, Realm, source_of};

/// Slows down the guessing of passwords, per login name and source address, and bounds it per login name and day, and per
/// source address and hour.
///
/// The first few attempts from an address are free; after that each failure doubles the time in which no further
/// attempt is heard. So one attacker cannot shut the owner out, who comes from another address, unless the failures
/// of a day from everywhere reach the bound. Nor can it try a few passwords on each of many names.
pub struct LoginGuard {
    from_address: Window<(Realm, String, IpAddr)>,
    in_all: Window<(Realm, String)>,
    on_all_names: Window<IpAddr>,
    most_from_address: u32,
}

impl LoginGuard {
    /// A guard that lets so many logins fail from one address within an hour, whatever the names; 0: any number.
    pub fn new(most_from_address: u32) -> Self {
        Self {
            from_address: Window::new(DAY),
            in_all: Window::new(DAY),
            on_all_names: Window::new(HOUR),
            most_from_address,
        }
    }

    /// How many milliseconds to wait until an attempt is heard; zero when it may be made now.
    pub fn wait(&self, realm: Realm, login: &str, from: IpAddr, now: Instant) -> i64 {
        let blocked = self.blocked(source_of(from), now);
        if blocked > 0 {
            return blocked;
        }
        let in_all = self.in_all.tally(&(realm, login.to_owned()), now);
        let here = self.from_address.tally(&(realm, login.to_owned(), source_of(from)), now);
        if in_all.is_some_and(|tally| tally.count >= PER_DAY) {
            return LONGEST_WAIT;
        }
        here.map_or(0, |tally| remaining(&tally, now))
    }

    /// How many milliseconds an address is not heard because of its failures on any names.
    fn blocked(&self, source: IpAddr, now: Instant) -> i64 {
        let is_bounded = self.most_from_address > 0;
        let tally = self.on_all_names.tally(&source, now).filter(|_| is_bounded);
        let tally = tally.filter(|tally| tally.count >= self.most_from_address);
        tally.map_or(0, |tally| tally.opened.millis().saturating_add(HOUR) - now.millis())
    }

    /// Counts a failure.
    pub fn note_failure(&self, realm: Realm, login: &str, from: IpAddr, now: Instant) {
        self.in_all.add((realm, login.to_owned()), now);
        self.from_address.add((realm, login.to_owned(), source_of(from)), now);
        self.on_all_names.add(source_of(from), now);
    }

    /// How many attempts failed within the last day, from everywhere.
    pub fn failures(&self, realm: Realm, login: &str, now: Instant) -> u32 {
        self.in_all.tally(&(realm, login.to_owned()), now).map_or(0, |tally| tally.count)
    }

    /// Forgets the failures on a name from an address after a success there. Those on other names are not forgiven: whoever
    /// has an account of its own could guess at others for ever.
    pub fn note_success(&self, realm: Realm, login: &str, from: IpAddr) {
        self.from_address.forget(&(realm, login.to_owned(), source_of(from)));
    }

    /// Forgets every failure.
    pub fn clear(&self) {
        self.in_all.clear();
        self.from_address.clear();
        self.on_all_names.clear();
    }
}

fn remaining(tally: &Tally, now: Instant) -> i64 {
    let doublings = tally.count.saturating_sub(FREE);
    if doublings == 0 {
        return 0;
    }
    let wait = (FIRST_WAIT << (doublings - 1).min(12)).min(LONGEST_WAIT);
    (wait - (now.millis() - tally.last.millis())).max(0)
}

const HOUR: i64 = 60 * 60 * 1000;
const DAY: i64 = 24 * HOUR;
/// Failures from one address before it has to wait.
const FREE: u32 = 9;
/// Milliseconds to wait after the first failure beyond those.
const FIRST_WAIT: i64 = 1000;
/// Milliseconds to wait at most.
const LONGEST_WAIT: i64 = 15 * 60 * 1000;
/// Failures on one login name within a day, from everywhere.
const PER_DAY: u32 = 1000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_guesses_has_to_wait_and_others_do_not() {
        let guard = LoginGuard::new(0);
        let (here, there): (IpAddr, IpAddr) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        let start = Instant::from_millis(0);
        for _ in 0..FREE {
            assert_eq!(guard.wait(Realm::Epp, "ALPHA", here, start), 0);
            guard.note_failure(Realm::Epp, "ALPHA", here, start);
        }
        guard.note_failure(Realm::Epp, "ALPHA", here, start);
        assert_eq!(guard.wait(Realm::Epp, "ALPHA", here, start), FIRST_WAIT);
        assert_eq!(guard.wait(Realm::Epp, "ALPHA", there, start), 0);
        assert_eq!(guard.wait(Realm::Epp, "ALPHA", here, Instant::from_millis(FIRST_WAIT)), 0);
    }

    #[test]
    fn a_day_of_guessing_is_bounded_from_everywhere() {
        let guard = LoginGuard::new(0);
        let start = Instant::from_millis(0);
        let heard = (0..20_000u32)
            .filter(|n| {
                let from = IpAddr::V4((0x0a00_0000 + n).into());
                let admitted = guard.wait(Realm::Epp, "ALPHA", from, start) == 0;
                guard.note_failure(Realm::Epp, "ALPHA", from, start);
                admitted
            })
            .count();
        assert_eq!(heard, PER_DAY as usize);
    }

    #[test]
    fn an_address_that_tries_many_names_is_not_heard_for_the_rest_of_the_hour() {
        let guard = LoginGuard::new(3);
        let (here, there): (IpAddr, IpAddr) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        let wait = |login, from, at| guard.wait(Realm::Epp, login, from, Instant::from_millis(at));
        for (place, login) in ["ANN", "BOB", "EVE"].into_iter().enumerate() {
            assert_eq!(wait(login, here, 1000), 0, "{place}");
            guard.note_failure(Realm::Epp, login, here, Instant::from_millis(1000));
        }
        guard.note_success(Realm::Epp, "EVE", here);
        assert_eq!((wait("JOE", here, 2000), wait("EVE", here, 2000)), (HOUR - 1000, HOUR - 1000));
        assert_eq!((wait("JOE", there, 2000), wait("JOE", here, HOUR + 1000)), (0, 0));
    }
}
