//! Delivery: where an account wants its notices, and what is on its way.

use super::{CargoId, DeliveryUrl, Email, Instant, SealedSecret};

/// Where an account's notices are sent, beside the queue that keeps them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeliveryTarget {
    /// Posted to a URL.
    Url(DeliveryUrl),
    /// Sent by e-mail.
    Mail(Email),
}

impl DeliveryTarget {
    /// The kind's name in the store.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Url(_) => URL,
            Self::Mail(_) => MAIL,
        }
    }

    /// The address: a URL or an e-mail address.
    pub fn address(&self) -> &str {
        match self {
            Self::Url(url) => url.as_str(),
            Self::Mail(email) => email.as_str(),
        }
    }

    /// A target that comes back from the store; `None` if it makes no sense.
    pub fn from_store(kind: &str, address: &str) -> Option<Self> {
        match kind {
            URL => DeliveryUrl::parse(address).ok().map(Self::Url),
            MAIL => Email::parse(address).ok().map(Self::Mail),
            _ => None,
        }
    }
}

/// A target with what proves to it that a notice is ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// Where to.
    pub target: DeliveryTarget,
    /// Keys the signature of what is posted to a URL. Without it nothing is signed.
    pub secret: Option<SealedSecret>,
    /// The protocol whose form of notices it wants, `wapi/json`, and which then has them nowhere else: its commands that
    /// ask for notices are refused. `None`: our own form, and the queue goes on.
    pub form: Option<String>,
}

/// A notice or letter on its way. It is there from the moment that one is written until it is delivered or given up, or
/// a notice acknowledged; a reminder without it has nothing to remind of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// What is on its way.
    pub cargo: CargoId,
    /// When it was handed out for the first time, if it was.
    pub begun_at: Option<Instant>,
    /// When it will be handed out again.
    pub next_at: Instant,
    /// How often it was handed out.
    pub attempts: u32,
}

impl Delivery {
    /// A delivery that begins at a moment.
    pub fn of(cargo: impl Into<CargoId>, next_at: Instant) -> Self {
        Self { cargo: cargo.into(), begun_at: None, next_at, attempts: 0 }
    }

    /// The same after an attempt at a moment: waiting doubles from one minute to six hours. `None` three days after
    /// the first attempt, which is long enough for a weekend.
    #[must_use]
    pub fn after_attempt(self, now: Instant) -> Option<Self> {
        let begun_at = self.begun_at.unwrap_or(now);
        let gone = now.millis().saturating_sub(begun_at.millis());
        if gone >= GIVEN_UP_AFTER {
            return None;
        }
        let wait = gone.clamp(SHORTEST_WAIT, LONGEST_WAIT).min(GIVEN_UP_AFTER - gone);
        let next_at = now.plus_millis(wait);
        Some(Self { begun_at: Some(begun_at), next_at, attempts: self.attempts.saturating_add(1), ..self })
    }
}

const URL: &str = "url";
const MAIL: &str = "mail";

const MINUTE: i64 = 60 * 1000;
const SHORTEST_WAIT: i64 = MINUTE;
const LONGEST_WAIT: i64 = 6 * 60 * MINUTE;
const GIVEN_UP_AFTER: i64 = 3 * 24 * 60 * MINUTE;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_doubles_up_to_six_hours_and_ends_after_three_days() {
        let start = Instant::from_millis(1_000);
        let mut delivery = Delivery::of(CargoId(7), start);
        let mut waits = Vec::new();
        let mut now = start;
        while let Some(next) = delivery.after_attempt(now) {
            waits.push((next.next_at.millis() - now.millis()) / MINUTE);
            assert_eq!(next.attempts as usize, waits.len());
            (delivery, now) = (next, next.next_at);
        }
        assert_eq!(waits[..9], [1, 1, 2, 4, 8, 16, 32, 64, 128]);
        assert_eq!(waits.iter().max(), Some(&360));
        assert_eq!(now, start.plus_days(3), "the last attempt is made when the time is up");
    }

    #[test]
    fn time_counts_from_the_first_attempt_however_late_it_is() {
        let late = Instant::from_millis(0).plus_days(30);
        let delivery = Delivery::of(CargoId(7), Instant::from_millis(0));
        let next = delivery.after_attempt(late).unwrap();
        assert_eq!((next.begun_at, next.next_at), (Some(late), late.plus_millis(MINUTE)));
    }
}
