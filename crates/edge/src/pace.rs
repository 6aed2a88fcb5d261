//! Spreading costly work over time.

use std::time::Duration;

use tokio::time::{Instant, sleep_until};

/// Lets at most so many pass per second, after a burst of as many as fit in [`BURST`]. TLS handshakes cost more
/// than a hundred commands each: without a pace, a flood of them would starve the sessions that are logged in.
#[derive(Debug)]
pub(crate) struct Pace {
    interval: Duration,
    next: Instant,
}

impl Pace {
    /// At most `per_second`; 0 is no limit.
    pub(crate) fn new(per_second: u32) -> Self {
        let interval = Duration::from_secs(1).checked_div(per_second).unwrap_or_default();
        Self { interval, next: Instant::now() }
    }

    /// Waits until the next may pass.
    pub(crate) async fn pass(&mut self) {
        if self.interval.is_zero() {
            return;
        }
        let now = Instant::now();
        let earliest = now.checked_sub(BURST).unwrap_or(now);
        self.next = self.next.max(earliest) + self.interval;
        if self.next > now {
            sleep_until(self.next).await;
        }
    }
}

/// After this long without work, as much as this time allows may come at once.
const BURST: Duration = Duration::from_millis(100);

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_flood_is_spread_over_time() {
        let mut pace = Pace::new(100);
        let begun = Instant::now();
        for _ in 0..300 {
            pace.pass().await;
        }
        let took = begun.elapsed().as_millis();
        assert!((2_900..=3_010).contains(&took), "{took} ms");
        tokio::time::advance(Duration::from_secs(60)).await;
        let rested = Instant::now();
        for _ in 0..10 {
            pace.pass().await;
        }
        assert_eq!(rested.elapsed(), Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn no_limit_never_waits() {
        let (mut pace, begun) = (Pace::new(0), Instant::now());
        for _ in 0..10_000 {
            pace.pass().await;
        }
        assert_eq!(begun.elapsed(), Duration::ZERO);
    }
}
