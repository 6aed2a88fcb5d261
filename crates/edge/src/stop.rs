//! A graceful end: no new work, what is in flight is finished, and not for ever.

use std::future::Future;
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// The end of the process, as seen by everything that runs in it. Clones are the same end.
///
/// Listeners stop accepting when it begins. Sessions finish the command they are at, say goodbye and close;
/// those that need longer than the grace are cut off when the runtime is dropped.
#[derive(Clone, Debug)]
pub struct Shutdown {
    token: CancellationToken,
    tasks: TaskTracker,
    grace: Duration,
}

/// How the end came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// Tasks that had not ended when the grace was over.
    pub cut_off: usize,
}

impl Shutdown {
    /// An end that gives running tasks this long to finish.
    pub fn new(grace: Duration) -> Self {
        Self { token: CancellationToken::new(), tasks: TaskTracker::new(), grace }
    }

    /// A token that is cancelled when the end begins. Each caller gets one of its own, so that tasks which
    /// look at theirs all the time do not meet at one lock.
    pub fn token(&self) -> CancellationToken {
        self.token.child_token()
    }

    /// Whether the end has begun.
    pub fn is_stopping(&self) -> bool {
        self.token.is_cancelled()
    }

    /// Runs a task that the end waits for.
    pub fn spawn<F>(&self, task: F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        self.tasks.spawn(task);
    }

    /// How many tasks run.
    pub fn running(&self) -> usize {
        self.tasks.len()
    }

    /// Begins the end without waiting for it.
    pub fn begin(&self) {
        self.token.cancel();
        self.tasks.close();
    }

    /// Begins the end and waits until all tasks are done or the grace is over.
    pub async fn stop(&self) -> Stopped {
        self.begin();
        match tokio::time::timeout(self.grace, self.tasks.wait()).await {
            Ok(()) => Stopped { cut_off: 0 },
            Err(_) => Stopped { cut_off: self.tasks.len() },
        }
    }
}

impl Default for Shutdown {
    /// With the usual grace of 5 seconds.
    fn default() -> Self {
        Self::new(Duration::from_secs(5))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_is_in_flight_is_finished() {
        let shutdown = Shutdown::default();
        let done = Arc::new(AtomicBool::new(false));
        let (token, mark) = (shutdown.token(), Arc::clone(&done));
        shutdown.spawn(async move {
            token.cancelled().await;
            tokio::time::sleep(Duration::from_secs(4)).await;
            mark.store(true, Ordering::Relaxed);
        });
        assert_eq!(shutdown.stop().await, Stopped { cut_off: 0 });
        assert!(done.load(Ordering::Relaxed) && shutdown.is_stopping());
    }

    #[tokio::test(start_paused = true)]
    async fn what_never_ends_is_cut_off_after_the_grace() {
        let shutdown = Shutdown::default();
        shutdown.spawn(std::future::pending());
        let begun = tokio::time::Instant::now();
        assert_eq!(shutdown.stop().await, Stopped { cut_off: 1 });
        assert_eq!(begun.elapsed().as_secs(), 5);
    }
}
