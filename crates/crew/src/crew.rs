use std::io;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::{Desk, Line};

/// Threads at a desk. Dropped, they end after the piece of work that each has begun.
#[derive(Debug)]
pub struct Crew<L: Line> {
    desk: Arc<Desk<L>>,
    threads: Vec<JoinHandle<()>>,
}

impl<L: Line> Crew<L> {
    /// Starts so many threads, and one at least, each of which does one piece of work after another.
    ///
    /// # Errors
    /// The operating system gives no more threads.
    pub fn start(
        name: &str,
        threads: usize,
        desk: Arc<Desk<L>>,
        work: impl Fn(L::Work) + Clone + Send + 'static,
    ) -> io::Result<Self> {
        let mut crew = Self { desk, threads: Vec::new() };
        for _ in 0..threads.max(1) {
            let (desk, work) = (Arc::clone(&crew.desk), work.clone());
            let all = move || {
                while let Some(piece) = desk.next() {
                    work(piece)
                }
            };
            crew.threads.push(thread::Builder::new().name(name.to_owned()).spawn(all)?);
        }
        Ok(crew)
    }

    /// Ends: what waits in the line stays there, and what is begun is waited for until the line is still. `false` if that
    /// takes longer than told: then the threads are left behind. Blocks.
    pub fn close(mut self, patience: Duration, is_still: impl Fn(&L) -> bool) -> bool {
        self.desk.close();
        let ended = self.desk.wait(patience, is_still);
        if ended {
            // A thread that has nothing to do sees at once that the desk is closed.
            self.threads.drain(..).for_each(|thread| drop(thread.join()));
        }
        ended
    }
}

impl<L: Line> Drop for Crew<L> {
    fn drop(&mut self) {
        self.desk.close();
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;
    use std::sync::mpsc;

    use super::*;

    const SOON: Duration = Duration::from_secs(20);

    /// Numbers, and how many of them are being worked at.
    #[derive(Debug, Default)]
    struct Numbers {
        waiting: VecDeque<u32>,
        begun: usize,
    }

    impl Line for Numbers {
        type Work = u32;

        fn next(&mut self) -> Option<u32> {
            let next = self.waiting.pop_front()?;
            self.begun += 1;
            Some(next)
        }
    }

    fn is_still(numbers: &Numbers) -> bool {
        numbers.begun == 0
    }

    fn hand_in(desk: &Desk<Numbers>, numbers: impl IntoIterator<Item = u32>) -> bool {
        desk.change(|line, is_open| {
            line.waiting.extend(numbers);
            is_open
        })
    }

    #[test]
    fn all_work_is_done_once_and_what_is_begun_is_waited_for() {
        let desk = Arc::new(Desk::new(Numbers::default()));
        let (done, heard) = mpsc::channel();
        let at_work = Arc::clone(&desk);
        let crew = Crew::start("test", 3, Arc::clone(&desk), move |number| {
            done.send(number).unwrap();
            at_work.change(|line, _| line.begun -= 1);
        })
        .unwrap();
        assert!(hand_in(&desk, 0..100));
        assert!(desk.wait(SOON, |line| line.waiting.is_empty() && is_still(line)));
        assert!(crew.close(SOON, is_still));
        let mut all: Vec<u32> = heard.iter().collect();
        all.sort_unstable();
        assert_eq!(all, (0..100).collect::<Vec<_>>());
        assert!(!hand_in(&desk, [100]), "it is closed");
    }

    #[test]
    fn threads_that_take_too_long_are_left_behind_and_begin_nothing_more() {
        let desk = Arc::new(Desk::new(Numbers::default()));
        let (go, gate) = mpsc::channel::<()>();
        let (begin, begun) = mpsc::channel();
        let gate = Arc::new(std::sync::Mutex::new(gate));
        let crew = Crew::start("test", 1, Arc::clone(&desk), move |number| {
            begin.send(number).unwrap();
            let _ = gate.lock().unwrap().recv();
        })
        .unwrap();
        hand_in(&desk, [1, 2]);
        assert_eq!(begun.recv().unwrap(), 1);
        assert!(!crew.close(Duration::from_millis(10), is_still));
        drop(go);
        assert!(begun.recv().is_err(), "the second number waits for ever");
    }
}
