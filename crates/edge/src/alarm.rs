//! A timer that is set far more often than it rings.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

/// One timer of the runtime, used again and again. Putting it off costs no more than writing the new time down: the
/// timer is left to ring at the old one, and is moved only then. (All timers share a lock, and a session sets its
/// alarm with every request.)
#[derive(Debug, Default)]
pub(crate) struct Alarm {
    /// Never set to ring after `due`. Made when it is waited for the first time.
    timer: Option<Pin<Box<Sleep>>>,
    /// When to ring; `None` for never.
    due: Option<Instant>,
}

impl Alarm {
    /// Sets it to ring after this time. A time beyond what the clock can tell is never.
    pub(crate) fn set(&mut self, after: Duration) {
        self.due = Instant::now().checked_add(after);
        if let (Some(timer), Some(due)) = (&mut self.timer, self.due)
            && due < timer.deadline()
        {
            timer.as_mut().reset(due);
        }
    }

    /// Waits until it rings.
    pub(crate) async fn rings(&mut self) {
        poll_fn(|cx| self.poll(cx)).await;
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let Some(due) = self.due else { return Poll::Pending };
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep_until(due)));
        loop {
            ready!(timer.as_mut().poll(cx));
            if timer.deadline() >= due {
                return Poll::Ready(());
            }
            timer.as_mut().reset(due);
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::{advance, timeout};

    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    async fn rings_within(alarm: &mut Alarm, time: Duration) -> bool {
        timeout(time, alarm.rings()).await.is_ok()
    }

    #[tokio::test(start_paused = true)]
    async fn it_rings_when_it_was_last_set_to() {
        let mut alarm = Alarm::default();
        alarm.set(2 * MINUTE);
        assert!(!rings_within(&mut alarm, MINUTE).await);
        alarm.set(2 * MINUTE);
        advance(MINUTE).await;
        assert!(!rings_within(&mut alarm, MINUTE / 2).await, "put off");
        assert!(rings_within(&mut alarm, MINUTE).await);
        alarm.set(5 * MINUTE);
        assert!(!rings_within(&mut alarm, MINUTE).await);
        alarm.set(MINUTE);
        assert!(!rings_within(&mut alarm, MINUTE / 2).await);
        assert!(rings_within(&mut alarm, MINUTE).await, "brought forward");
    }

    #[tokio::test(start_paused = true)]
    async fn what_no_clock_can_tell_is_never() {
        let mut alarm = Alarm::default();
        assert!(!rings_within(&mut alarm, MINUTE).await, "it was not set");
        alarm.set(Duration::MAX);
        assert!(!rings_within(&mut alarm, 1000 * MINUTE).await);
    }
}
