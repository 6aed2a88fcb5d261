use std::{
    collections::HashMap,
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};

use outcomes::Outcome;

use crate::{
    Actor, Refusal,
    model::{AccountId, Instant},
    ports::Entropy,
};

/// Sessions of protocols that send each request by itself. Whoever shows a session's identifier was verified when it was
/// opened. `T` is what a protocol keeps with a session; it is dropped when the session ends.
pub struct Sessions<T> {
    open: Mutex<HashMap<SessionId, Session<T>>>,
}

/// For how long sessions stay open, and how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionTerms {
    /// Milliseconds without a request after which it ends.
    pub idle: i64,
    /// Milliseconds after which it ends in any case.
    pub life: i64,
    /// How many an account may have, unless the account says otherwise.
    pub most: u32,
}

impl Default for SessionTerms {
    /// Ten minutes without a request, a day in all, 50 sessions of an account.
    fn default() -> Self {
        Self { idle: 10 * 60 * 1000, life: 24 * 60 * 60 * 1000, most: 50 }
    }
}

/// The identifier of a session: 128 random bits. Whoever knows it may use the session, so it does not print.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SessionId([u8; 16]);

struct Session<T> {
    actor: Actor,
    kept: T,
    terms: SessionTerms,
    opened_at: Instant,
    used_at: Instant,
}

impl SessionId {
    /// Reads 32 hexadecimal digits in either case; `None` if it is something else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 16];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        Some(Self(bytes))
    }

    /// The 32 hexadecimal digits, for the client that opened the session.
    pub fn expose(self) -> String {
        hex::encode(self.0)
    }
}

impl fmt::Debug for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionId(***)")
    }
}

impl<T> Default for Sessions<T> {
    fn default() -> Self {
        Self { open: Mutex::default() }
    }
}

impl<T: Clone> Sessions<T> {
    /// Opens a session for whoever was verified just now.
    ///
    /// # Errors
    /// `session_limit_reached`.
    pub fn open(
        &self,
        actor: Actor,
        kept: T,
        terms: SessionTerms,
        entropy: &dyn Entropy,
        now: Instant,
    ) -> Result<SessionId, Refusal> {
        let account = &actor.account;
        let most = account.max_sessions.unwrap_or(terms.most);
        let mut open = self.sessions();
        open.retain(|_, session| session.is_open(now));
        let count = open.values().filter(|session| session.actor.id() == account.id).count();
        if count >= most as usize {
            let refusal = Refusal::new(Outcome::SessionLimitReached);
            return Err(refusal.value(&account.clid).fact("limit", most));
        }
        let mut bytes = [0; 16];
        entropy.fill(&mut bytes);
        let id = SessionId(bytes);
        open.insert(id, Session { actor, kept, terms, opened_at: now, used_at: now });
        Ok(id)
    }

    /// Who uses a session, with what was kept with it. Its idle time begins anew.
    ///
    /// # Errors
    /// `session_unknown`, also when the session has ended by itself.
    pub fn enter(&self, id: SessionId, now: Instant) -> Result<(Actor, T), Refusal> {
        let mut open = self.sessions();
        let session = open.get_mut(&id).filter(|session| session.is_open(now)).ok_or_else(unknown)?;
        session.used_at = now;
        Ok((session.actor.clone(), session.kept.clone()))
    }

    /// When a session will end if nothing comes, or `None` if there is none.
    pub fn ends_at(&self, id: SessionId, now: Instant) -> Option<Instant> {
        self.sessions().get(&id).filter(|session| session.is_open(now)).map(Session::ends_at)
    }

    /// Ends a session.
    ///
    /// # Errors
    /// `session_unknown`.
    pub fn end(&self, id: SessionId, now: Instant) -> Result<(), Refusal> {
        let ended = self.sessions().remove(&id);
        ended.filter(|session| session.is_open(now)).map(drop).ok_or_else(unknown)
    }

    /// Ends every session of an account.
    pub fn end_all_of(&self, account: AccountId) {
        self.sessions().retain(|_, session| session.actor.id() != account);
    }

    /// Ends every session.
    pub fn clear(&self) {
        self.sessions().clear();
    }

    fn sessions(&self) -> MutexGuard<'_, HashMap<SessionId, Session<T>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Session<T> {
    fn ends_at(&self) -> Instant {
        self.used_at.plus_millis(self.terms.idle).min(self.opened_at.plus_millis(self.terms.life))
    }

    fn is_open(&self, now: Instant) -> bool {
        now < self.ends_at()
    }
}

fn unknown() -> Refusal {
    Refusal::new(Outcome::SessionUnknown)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU8, Ordering};

    use super::*;

    /// Never the same twice.
    #[derive(Default)]
    struct Counting(AtomicU8);

    impl Entropy for Counting {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.fill(self.0.fetch_add(1, Ordering::Relaxed));
        }
    }

    struct Room {
        sessions: Sessions<&'static str>,
        entropy: Counting,
    }

    impl Room {
        fn new() -> Self {
            Self { sessions: Sessions::default(), entropy: Counting::default() }
        }

        fn open(&self, terms: SessionTerms, at: i64) -> Result<SessionId, Refusal> {
            let now = Instant::from_millis(at);
            self.sessions.open(Actor::nobody(), "kept", terms, &self.entropy, now)
        }

        fn holds(&self, id: SessionId, at: i64) -> bool {
            self.sessions.enter(id, Instant::from_millis(at)).is_ok_and(|(_, kept)| kept == "kept")
        }
    }

    const TERMS: SessionTerms = SessionTerms { idle: 10, life: 25, most: 2 };

    #[test]
    fn a_session_ends_when_nothing_comes_and_after_its_life() {
        let room = Room::new();
        let id = room.open(TERMS, 0).unwrap();
        assert!(room.holds(id, 9) && room.holds(id, 18));
        assert_eq!(room.sessions.ends_at(id, Instant::from_millis(18)), Some(Instant::from_millis(25)));
        assert!(room.holds(id, 24) && !room.holds(id, 25));
        let idle = room.open(TERMS, 0).unwrap();
        assert!(!room.holds(idle, 10));
    }

    #[test]
    fn an_account_has_so_many_at_once() {
        let room = Room::new();
        let first = room.open(TERMS, 0).unwrap();
        room.open(TERMS, 0).unwrap();
        let refusal = room.open(TERMS, 0).unwrap_err();
        assert_eq!(refusal.outcome, Outcome::SessionLimitReached);
        room.sessions.end(first, Instant::from_millis(1)).unwrap();
        assert_eq!(room.sessions.end(first, Instant::from_millis(1)), Err(unknown()));
        room.open(TERMS, 1).unwrap();
        assert!(room.open(TERMS, 1).is_err());
        assert!(room.open(TERMS, 11).is_ok(), "those that ended by themselves do not count");
        room.sessions.end_all_of(Actor::nobody().id());
        assert!(room.open(TERMS, 11).is_ok() && room.open(TERMS, 11).is_ok());
    }

    #[test]
    fn an_identifier_is_32_digits_and_does_not_print() {
        let id = Room::new().open(TERMS, 0).unwrap();
        assert_eq!(SessionId::parse(&id.expose().to_uppercase()), Some(id));
        assert_eq!(id.expose().len(), 32);
        assert_eq!(format!("{id:?}"), "SessionId(***)");
        for bad in ["", "00", "0123456789abcdef0123456789abcdeg", &"0".repeat(34)] {
            assert_eq!(SessionId::parse(bad), None, "{bad}");
        }
    }
}
