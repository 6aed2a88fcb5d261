//! Looks after a runtime while one of its threads does not serve it.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, Thread};
use std::time::Duration;

use tokio::runtime::Handle;

/// A thread that has others take over what somebody leaves who works for long.
///
/// One thread of a runtime waits for the sockets and timers of all. If that one comes upon work that blocks, while the
/// others sleep, nobody hears of anything until it is done. Waking another each time would cost more than most such work;
/// so somebody looks every few milliseconds, and wakes another only if the work still goes on.
#[derive(Debug)]
pub(super) struct Lookout {
    watch: Arc<Watch>,
    thread: Thread,
}

#[derive(Debug, Default)]
struct Watch {
    /// How often somebody began, and was done.
    begun: AtomicU64,
    done: AtomicU64,
    /// Whether the thread sleeps until somebody begins.
    asleep: AtomicBool,
    closed: AtomicBool,
}

impl Lookout {
    /// Starts a thread that looks after a runtime.
    ///
    /// # Errors
    /// If there can be no such thread.
    pub(super) fn over(runtime: Handle) -> io::Result<Self> {
        let watch = Arc::new(Watch::default());
        let watched = Arc::clone(&watch);
        let thread = thread::Builder::new().name("lookout".to_owned());
        let thread = thread.spawn(move || watched.look_after(&runtime))?.thread().clone();
        Ok(Self { watch, thread })
    }

    /// Does some work that may block.
    pub(super) fn watch<T>(&self, work: impl FnOnce() -> T) -> T {
        self.watch.begun.fetch_add(1, Ordering::SeqCst);
        if self.watch.asleep.load(Ordering::SeqCst) && self.watch.asleep.swap(false, Ordering::SeqCst) {
            self.thread.unpark();
        }
        let _done = Done(&self.watch);
        work()
    }
}

impl Drop for Lookout {
    fn drop(&mut self) {
        self.watch.closed.store(true, Ordering::SeqCst);
        self.thread.unpark();
    }
}

/// The work is done, or it panicked.
struct Done<'w>(&'w Watch);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.0.done.fetch_add(1, Ordering::SeqCst);
    }
}

impl Watch {
    fn look_after(&self, runtime: &Handle) {
        let mut seen = 0;
        while !self.closed.load(Ordering::SeqCst) {
            let begun = self.begun.load(Ordering::SeqCst);
            let is_done = begun == self.done.load(Ordering::SeqCst);
            match (begun == seen, is_done) {
                (true, true) => self.sleep(seen),
                (true, false) => {
                    // Whoever carries this out looks for more before it sleeps, and waits where nobody does.
                    drop(runtime.spawn(async {}));
                    thread::park_timeout(TICK);
                }
                (false, _) => thread::park_timeout(TICK),
            }
            seen = begun;
        }
    }

    /// Sleeps until somebody begins after what was seen.
    fn sleep(&self, seen: u64) {
        self.asleep.store(true, Ordering::SeqCst);
        if self.begun.load(Ordering::SeqCst) == seen && !self.closed.load(Ordering::SeqCst) {
            thread::park();
        }
    }
}

/// Between two looks; sockets and timers wait for twice that at most. Much more than such work takes on a sound disk.
const TICK: Duration = Duration::from_millis(4);

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use tokio::runtime::Builder;
    use tokio::time::sleep;

    use super::*;

    #[test]
    fn timers_go_on_while_a_thread_is_blocked() {
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let lookout = Arc::new(Lookout::over(runtime.handle().clone()).unwrap());
        // Which thread has the timers changes from round to round.
        for _ in 0..20 {
            let (over, is_over) = channel();
            let lookout = Arc::clone(&lookout);
            let blocked = runtime.spawn(async move {
                sleep(Duration::from_millis(1)).await;
                lookout.watch(|| is_over.recv_timeout(Duration::from_secs(30)))
            });
            runtime.spawn(async move {
                sleep(Duration::from_millis(5)).await;
                over.send(())
            });
            assert_eq!(runtime.block_on(blocked).unwrap(), Ok(()));
        }
    }

    #[test]
    fn ends_with_whom_it_serves() {
        let runtime = Builder::new_current_thread().build().unwrap();
        let lookout = Lookout::over(runtime.handle().clone()).unwrap();
        lookout.watch(|| ());
        let watch = Arc::downgrade(&lookout.watch);
        drop(lookout);
        for _ in 0..1000 {
            if watch.upgrade().is_none() {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("its thread goes on");
    }
}
