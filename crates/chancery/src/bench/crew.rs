//! Many clients at once, each with one request under way at a time.
//!
//! A thread of its own drives each part of them, on a runtime of its own: nothing is shared between threads, so that
//! the load generator takes as little as it can from the processors it shares with the server.

use std::future::Future;
use std::io;
use std::thread;
use std::time::Duration;

use anyhow::Context as _;
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout_at};

use super::tally::Tally;

/// Something that sends one request and waits for its answer, again and again.
pub(super) trait Client: Send + 'static {
    /// One request; the code of its answer. After an error the client is of no more use.
    fn once(&mut self) -> impl Future<Output = io::Result<u16>> + Send;

    /// The fresh number in the last request, if it created something.
    fn fresh(&self) -> Option<u32> {
        None
    }
}

/// Something that works for a while and tells what came of it.
pub(super) trait Runner {
    /// Works for this long.
    fn run(&mut self, time: Duration) -> Tally;
}

/// Clients, spread over threads.
pub(super) struct Crew<C> {
    workers: Vec<Worker<C>>,
}

struct Worker<C> {
    runtime: Runtime,
    clients: Vec<C>,
}

impl<C: Client> Crew<C> {
    /// Makes `count` clients on `threads` threads; `make` gets the number of each. Many are made at a time.
    ///
    /// # Errors
    /// A client could not be made, or there is no runtime for it.
    pub(super) fn gather<F, M>(count: usize, threads: usize, make: M) -> anyhow::Result<Self>
    where
        F: Future<Output = io::Result<C>> + Send + 'static,
        M: Fn(usize) -> F,
    {
        let threads = threads.clamp(1, count.max(1));
        let share = |index: usize| (index..count).step_by(threads);
        let workers = (0..threads).map(|index| Worker::gather(share(index), &make));
        Ok(Self { workers: workers.collect::<anyhow::Result<_>>()? })
    }

    /// How many clients are left.
    #[cfg(test)]
    fn len(&self) -> usize {
        self.workers.iter().map(|worker| worker.clients.len()).sum()
    }
}

impl<C: Client> Runner for Crew<C> {
    fn run(&mut self, time: Duration) -> Tally {
        let until = Instant::now() + time;
        if let [worker] = self.workers.as_mut_slice() {
            return worker.run(until);
        }
        thread::scope(|scope| {
            let running: Vec<_> =
                self.workers.iter_mut().map(|worker| scope.spawn(move || worker.run(until))).collect();
            let mut tally = Tally::default();
            for worker in running {
                match worker.join() {
                    Ok(part) => tally.merge(part),
                    Err(_) => tally.broke(&io::Error::other("a thread of the load generator panicked")),
                }
            }
            tally
        })
    }
}

impl<C: Client> Worker<C> {
    fn gather<F, M>(numbers: impl Iterator<Item = usize>, make: &M) -> anyhow::Result<Self>
    where
        F: Future<Output = io::Result<C>> + Send + 'static,
        M: Fn(usize) -> F,
    {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let clients = runtime.block_on(async {
            let (mut clients, mut coming) = (Vec::new(), JoinSet::new());
            for number in numbers {
                if coming.len() >= AT_ONCE {
                    clients.extend(next_of(&mut coming).await?);
                }
                coming.spawn(make(number));
            }
            while let Some(client) = next_of(&mut coming).await? {
                clients.push(client);
            }
            anyhow::Ok(clients)
        });
        Ok(Self { runtime, clients: clients.context("a session could not be opened")? })
    }

    fn run(&mut self, until: Instant) -> Tally {
        let Self { runtime, clients } = self;
        runtime.block_on(async {
            let begun = Instant::now();
            let mut driven: JoinSet<_> = clients.drain(..).map(|client| drive(client, until)).collect();
            let mut tally = Tally::default();
            while let Ok(Some(end)) = timeout_at(until + PATIENCE, driven.join_next()).await {
                let Ok((client, part)) = end else { continue };
                clients.extend(client);
                tally.merge(part);
            }
            tally.failures.add(driven.len() as u64, || format!("no answer for {} s", PATIENCE.as_secs()));
            tally.elapsed = begun.elapsed();
            tally
        })
    }
}

async fn next_of<C: 'static>(coming: &mut JoinSet<io::Result<C>>) -> io::Result<Option<C>> {
    match coming.join_next().await {
        None => Ok(None),
        Some(Ok(client)) => client.map(Some),
        Some(Err(error)) => Err(io::Error::other(error)),
    }
}

/// Has a client ask until the time is up; gives it back if it is still good.
async fn drive<C: Client>(mut client: C, until: Instant) -> (Option<C>, Tally) {
    let mut tally = Tally::default();
    let mut begun = Instant::now();
    while begun < until {
        match client.once().await {
            Ok(code) => {
                let ended = Instant::now();
                tally.answered(code, ended - begun, client.fresh());
                begun = ended;
            }
            Err(error) => {
                tally.broke(&error);
                return (None, tally);
            }
        }
    }
    (Some(client), tally)
}

/// How many clients are made at the same time.
const AT_ONCE: usize = 64;
/// How long after the end of its slice an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

#[cfg(test)]
mod tests {
    use super::*;

    /// Answers 1000, then whatever it was told, then breaks.
    struct Scripted(Vec<u16>);

    impl Client for Scripted {
        async fn once(&mut self) -> io::Result<u16> {
            self.0.pop().ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
        }
    }

    #[test]
    fn every_answer_is_counted_and_broken_clients_leave() {
        for threads in [1, 3] {
            let make = |number| async move {
                Ok(Scripted(vec![2400; number % 2].into_iter().chain([1000; 5]).collect()))
            };
            let mut crew = Crew::gather(6, threads, make).unwrap();
            assert_eq!(crew.len(), 6);
            let tally = crew.run(Duration::from_secs(5));
            assert_eq!(tally.answers(), 30);
            assert_eq!(tally.failures.count, 3 + 6, "three bad codes, six broken sessions");
            assert_eq!(crew.len(), 0);
        }
    }

    #[test]
    fn a_client_that_cannot_be_made_is_an_error() {
        let make = |number| async move {
            if number == 3 { Err(io::ErrorKind::TimedOut.into()) } else { Ok(Scripted(vec![])) }
        };
        assert!(Crew::gather(5, 2, make).is_err());
    }
}
