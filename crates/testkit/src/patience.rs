use std::{
    thread,
    time::{Duration, Instant},
};

/// How long a test waits for something before it gives up: real time, since the server under test runs in it.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    began: Instant,
    length: Duration,
}

impl Patience {
    /// Patience that begins now.
    #[allow(
        clippy::disallowed_methods,
        reason = "the one place where tests read the clock: a server in another process cannot be given a fake one"
    )]
    pub fn of(length: Duration) -> Self {
        Self { began: Instant::now(), length }
    }

    /// Patience of some seconds.
    pub fn seconds(seconds: u64) -> Self {
        Self::of(Duration::from_secs(seconds))
    }

    /// How long it has lasted.
    pub fn spent(&self) -> Duration {
        self.began.elapsed()
    }

    /// Whether it is used up.
    pub fn is_over(&self) -> bool {
        self.spent() >= self.length
    }

    /// Asks again and again until there is an answer; `None` when the patience is used up.
    pub fn until<T>(&self, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
        loop {
            if let Some(answer) = ask() {
                return Some(answer);
            }
            if self.is_over() {
                return None;
            }
            thread::sleep(PAUSE);
        }
    }
}

const PAUSE: Duration = Duration::from_millis(5);
