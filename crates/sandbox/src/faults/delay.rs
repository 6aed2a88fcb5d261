//! Doing something later, without a runtime.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use tokio::time::Instant;

/// Work to be done later.
type Work = Box<dyn FnOnce() + Send>;

/// A thread that does work when its time has come. When the last handle is dropped, it does what is left, each at its
/// time, and ends.
#[derive(Debug)]
pub(super) struct Delay(Sender<Waiting>);

impl Delay {
    /// Starts the thread.
    ///
    /// # Errors
    /// The system has no thread left.
    pub(super) fn start() -> io::Result<Self> {
        let (sender, receiver) = channel();
        std::thread::Builder::new().name("delay".to_owned()).spawn(move || run(&receiver))?;
        Ok(Self(sender))
    }

    /// Does something after a while. The work has to be quick.
    pub(super) fn after(&self, delay: Duration, work: impl FnOnce() + Send + 'static) {
        let waiting = Waiting { at: Instant::now() + delay, work: Box::new(work) };
        if let Err(refused) = self.0.send(waiting) {
            // The thread is gone, which it never is while this handle exists; late work is better than none.
            (refused.0.work)();
        }
    }
}

struct Waiting {
    at: Instant,
    work: Work,
}

fn run(receiver: &Receiver<Waiting>) {
    let (mut heap, mut count, mut open) = (BinaryHeap::new(), 0u64, true);
    while open || !heap.is_empty() {
        match next(receiver, heap.peek(), open) {
            Next::Work(waiting) => {
                count += 1;
                heap.push(Reverse(Entry { at: waiting.at, count, work: waiting.work }));
            }
            Next::Time => {
                if let Some(Reverse(entry)) = heap.pop() {
                    (entry.work)();
                }
            }
            Next::Closed => open = false,
        }
    }
}

enum Next {
    Work(Waiting),
    Time,
    Closed,
}

fn next(receiver: &Receiver<Waiting>, first: Option<&Reverse<Entry>>, open: bool) -> Next {
    let Some(Reverse(first)) = first else {
        return receiver.recv().map_or(Next::Closed, Next::Work);
    };
    let left = first.at.saturating_duration_since(Instant::now());
    if !open {
        std::thread::sleep(left);
        return Next::Time;
    }
    match receiver.recv_timeout(left) {
        Ok(waiting) => Next::Work(waiting),
        Err(RecvTimeoutError::Timeout) => Next::Time,
        Err(RecvTimeoutError::Disconnected) => Next::Closed,
    }
}

/// In the order of time, and of arrival among those of one moment.
struct Entry {
    at: Instant,
    count: u64,
    work: Work,
}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.at, self.count).cmp(&(other.at, other.count))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Entry {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_done_in_the_order_of_its_time_even_after_the_end() {
        let (done, order) = channel();
        let delay = Delay::start().unwrap();
        for (name, millis) in [("last", 60), ("first", 10), ("second", 10), ("at once", 0)] {
            let done = done.clone();
            delay.after(Duration::from_millis(millis), move || done.send(name).unwrap());
        }
        drop((delay, done));
        assert_eq!(order.iter().collect::<Vec<_>>(), ["at once", "first", "second", "last"]);
    }
}
