//! Moving time, with everything that falls due on the way.

use std::sync::Arc;
use std::time::Duration;

use edge::{DueRunner, Shutdown};
use engine::Fault;
use engine::model::Instant;
use engine::ops::due::Fired;
use engine::ports::Clock;
use serde::Serialize;
use tokio::sync::{Mutex, MutexGuard};

use crate::clock::{Backwards, SandboxClock};
use crate::counterpart::{Act, Counterparts};
use crate::keep::Future;
use crate::office::Office;
use crate::span::Span;

/// Moves the clock from one due moment to the next, and has done at each what falls due there.
///
/// ```text
///   now ──> next due moment ──> the next ──> ... ──> target
///           clock is set,        ...                 clock is set
///           what is due is done
/// ```
///
/// One at a time moves time or does what is due, so that what fired is told to whoever moved the clock.
pub struct Timekeeper {
    clock: Arc<SandboxClock>,
    runner: Arc<DueRunner>,
    counterparts: Arc<Counterparts>,
    office: Office,
    errands: Option<Arc<dyn Errands>>,
    turn: Mutex<()>,
}

/// Work that was handed out when something fell due, such as deliveries of notices.
pub trait Errands: Send + Sync {
    /// Waits until all that was handed out so far has come to its end, so that time does not run ahead of it.
    fn settle(&self) -> Future<'_, ()>;
}

/// What a move of the clock brought about.
#[derive(Clone, Debug, Serialize)]
pub struct Advance {
    /// What the clock showed before.
    pub from: Instant,
    /// What it shows now.
    pub to: Instant,
    /// How much happened.
    pub count: usize,
    /// What happened, in order; the first [`MOST_TOLD`](Self::MOST_TOLD) of it.
    pub fired: Vec<Happening>,
}

/// Something that happened on the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Happening {
    /// The server did it.
    Due(Fired),
    /// A counterpart account did it.
    Counterpart(Act),
}

/// Why the clock is not where it was to go.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Stuck {
    /// It lies behind.
    #[error(transparent)]
    Backwards(#[from] Backwards),
    /// It lies too far ahead.
    #[error(
        "the clock can be set to {LATEST_TEXT} at the latest, not to {asked}: the server's ids end soon after"
    )]
    TooFar {
        /// What was asked for.
        asked: Instant,
    },
    /// It lies beyond the end of the calendar.
    #[error("the clock cannot be moved that far: {LATEST_TEXT} is the latest it can show")]
    Endless,
    /// What fell due on the way could not be done.
    #[error("the clock stopped at {at}, because what is due there cannot be done: {fault}. It is still due")]
    Broken {
        /// Where the clock stands.
        at: Instant,
        /// Why.
        fault: Fault,
    },
}

impl Advance {
    /// How much of what happened is told one by one.
    pub const MOST_TOLD: usize = 10_000;

    fn tell(&mut self, happened: impl IntoIterator<Item = Happening>) {
        for one in happened {
            self.count += 1;
            if self.fired.len() < Self::MOST_TOLD {
                self.fired.push(one);
            }
        }
    }
}

impl Timekeeper {
    /// A keeper of this clock. The runner must be used by nobody else: have [`watch`](Self::watch) in the place of its own.
    pub fn new(clock: Arc<SandboxClock>, runner: Arc<DueRunner>, counterparts: Arc<Counterparts>) -> Self {
        let office = counterparts.office().clone();
        Self { clock, runner, counterparts, office, errands: None, turn: Mutex::new(()) }
    }

    /// Waits at each step for work that was handed out.
    #[must_use]
    pub fn waiting_for(mut self, errands: Arc<dyn Errands>) -> Self {
        self.errands = Some(errands);
        self
    }

    /// The clock.
    pub fn clock(&self) -> &SandboxClock {
        &self.clock
    }

    /// Moves the clock to a moment and does everything that falls due on the way, in order, each when it is due.
    ///
    /// # Errors
    /// The moment lies behind or too far ahead, or the store fails. In the last case the clock stands where it failed.
    pub async fn advance_to(&self, target: Instant) -> Result<Advance, Stuck> {
        let _turn = self.turn.lock().await;
        self.go(target).await
    }

    /// The same, to a moment so far ahead of what the clock shows when it is this one's turn.
    ///
    /// # Errors
    /// As of [`advance_to`](Self::advance_to).
    pub async fn advance_by(&self, span: Span) -> Result<Advance, Stuck> {
        let _turn = self.turn.lock().await;
        self.go(span.after(self.clock.now()).ok_or(Stuck::Endless)?).await
    }

    /// Does what is due by now.
    ///
    /// # Errors
    /// The store's: what could not be done is still due.
    pub async fn run_due(&self) -> Result<Vec<Happening>, Fault> {
        let _turn = self.turn.lock().await;
        self.step(self.clock.now()).await
    }

    /// Does what is due now and every second, and what counterparts have to do as soon as they hear of it, until the end
    /// begins.
    pub async fn watch(&self, shutdown: &Shutdown) {
        let token = shutdown.token();
        loop {
            if let Err(fault) = self.run_due().await {
                tracing::error!(%fault, "what is due cannot be done now; it is tried again");
            }
            let next = async {
                tokio::select! {
                    () = self.counterparts.heard() => {}
                    () = tokio::time::sleep(PAUSE) => {}
                }
            };
            if token.run_until_cancelled(next).await.is_none() {
                return;
            }
        }
    }

    /// Keeps time and everything that comes with it from going on: for whoever exchanges the world.
    pub(crate) async fn pause(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().await
    }

    async fn go(&self, target: Instant) -> Result<Advance, Stuck> {
        if target > Instant::from_millis(LATEST) {
            return Err(Stuck::TooFar { asked: target });
        }
        let from = self.clock.now();
        self.clock.announce(target)?;
        let mut told = Advance { from, to: from, count: 0, fired: Vec::new() };
        self.walk(target, &mut told).await.map_err(|fault| Stuck::Broken { at: self.clock.now(), fault })?;
        told.to = self.clock.now();
        Ok(told)
    }

    async fn walk(&self, target: Instant, told: &mut Advance) -> Result<(), Fault> {
        // What was due before anybody moved anything, and what counterparts heard meanwhile.
        told.tell(self.step(self.clock.now()).await?);
        while let Some(next) = self.next().await?.filter(|next| *next <= target) {
            self.clock.reach(next);
            told.tell(self.step(next).await?);
        }
        self.clock.reach(target);
        Ok(())
    }

    /// Does what is due by a moment. Counterparts come last: at the same moment, what the server does is done.
    async fn step(&self, until: Instant) -> Result<Vec<Happening>, Fault> {
        let fired = self.runner.run(until).await?;
        if let Some(errands) = &self.errands {
            errands.settle().await;
        }
        let acts = self.counterparts.act(until).await?;
        Ok(fired
            .into_iter()
            .map(Happening::Due)
            .chain(acts.into_iter().map(Happening::Counterpart))
            .collect())
    }

    async fn next(&self) -> Result<Option<Instant>, Fault> {
        let due = self.office.look(|store| store.next_due()).await?;
        Ok([due, self.counterparts.next()].into_iter().flatten().min())
    }
}

const PAUSE: Duration = Duration::from_secs(1);
/// 2090-01-01T00:00:00Z: ids hold 41 bits of milliseconds since 2024, which end in 2093.
const LATEST: i64 = 3_786_912_000_000;
const LATEST_TEXT: &str = "2090-01-01T00:00:00.000Z";

#[cfg(test)]
mod tests;
