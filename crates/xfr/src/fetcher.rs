use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use engine::ops::dns_zone::AxfrEnd;
use engine::ports::{Access, Ask, AxfrAnswer, AxfrFailed, AxfrRequest, AxfrSource, Port};
use engine::{Actor, Engine, Request};

use crate::waiting::Waiting;

/// How many zones are fetched at once and how many may wait.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Threads that fetch.
    pub threads: usize,
    /// Zones that may wait. What does not fit is handed out again when its next reminder comes.
    pub waiting: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { threads: 4, waiting: 4_096 }
    }
}

/// Takes zones from the runner of what is due, has them fetched on threads of its own, and reports how that ended.
pub struct Fetcher {
    office: Arc<Office>,
    threads: Vec<JoinHandle<()>>,
}

struct Office {
    engine: Engine,
    source: Arc<dyn AxfrSource>,
    most: usize,
    desk: Mutex<Desk>,
    /// Something changed on the desk.
    changed: Condvar,
}

#[derive(Default)]
struct Desk {
    waiting: Waiting,
    closed: bool,
}

impl Fetcher {
    /// Starts the threads.
    ///
    /// # Errors
    /// The operating system gives no more threads.
    pub fn start(engine: Engine, source: Arc<dyn AxfrSource>, settings: Settings) -> std::io::Result<Self> {
        let most = settings.waiting;
        let office = Office { engine, source, most, desk: Mutex::default(), changed: Condvar::new() };
        let mut fetcher = Self { office: Arc::new(office), threads: Vec::new() };
        for _ in 0..settings.threads.max(1) {
            let office = Arc::clone(&fetcher.office);
            let thread = thread::Builder::new().name("xfr".to_owned());
            fetcher.threads.push(thread.spawn(move || office.work())?);
        }
        Ok(fetcher)
    }

    /// Takes zones. Never waits: what finds no room is handed out again when its next reminder comes.
    pub fn take(&self, requests: impl IntoIterator<Item = AxfrRequest>) {
        let mut desk = self.office.desk();
        for request in requests {
            let zone = request.name.clone();
            if desk.closed || !desk.waiting.put(request, self.office.most) {
                tracing::warn!(%zone, "no room for a transfer: the zone waits for its next turn");
            }
        }
        drop(desk);
        self.office.changed.notify_all();
    }

    /// Waits until nothing waits or is fetched any more, and how it ended is recorded. `false` if that takes too long.
    /// Blocks.
    pub fn settle(&self, patience: Duration) -> bool {
        self.office.wait(patience, |desk| desk.waiting.is_idle())
    }

    /// Ends: what waits stays for its next turn, what is being fetched is waited for. Blocks, but no longer than told;
    /// threads that take longer are left behind.
    pub fn close(mut self, patience: Duration) {
        self.office.close();
        if self.office.wait(patience, |desk| desk.waiting.is_still()) {
            self.threads.drain(..).for_each(|thread| drop(thread.join()));
        } else {
            tracing::warn!("transfers under way are left behind; they are made again after the next start");
        }
    }
}

impl Drop for Fetcher {
    fn drop(&mut self) {
        self.office.close();
    }
}

impl Office {
    /// What a thread does.
    fn work(self: Arc<Self>) {
        while let Some(request) = self.next() {
            let end = self.fetch(&request);
            self.report(request, end);
        }
    }

    /// The next zone, when there is one; `None` once the office is closed.
    fn next(&self) -> Option<AxfrRequest> {
        let mut desk = self.desk();
        loop {
            if desk.closed {
                return None;
            }
            if let Some(request) = desk.waiting.next() {
                return Some(request);
            }
            desk = self.changed.wait(desk).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn fetch(&self, request: &AxfrRequest) -> Result<AxfrAnswer, AxfrFailed> {
        let ask = Ask {
            account: &request.owner,
            operation: outcomes::Operation::DnsAxfr,
            object: request.name.as_str(),
            access: Access::Reads,
            step: None,
        };
        self.engine.reach(Port::Primaries, &ask).map_err(|fault| AxfrFailed::new(fault.message))?;
        // A source that panics has not fetched anything, and the thread goes on with the next zone.
        panic::catch_unwind(AssertUnwindSafe(|| self.source.fetch(request)))
            .unwrap_or_else(|_| Err(AxfrFailed::new("the transfer panicked")))
    }

    /// Records how it ended. If that fails, the zone is fetched again.
    fn report(self: &Arc<Self>, request: AxfrRequest, end: Result<AxfrAnswer, AxfrFailed>) {
        let (office, zone, id) = (Arc::clone(self), request.name.clone(), request.zone);
        let primary = request.primary;
        let command = AxfrEnd { request, end };
        let by_server = Request::new(Actor::server(), self.engine.new_operation());
        self.engine.command(by_server, command, move |end| {
            match end.map(|done| done.answer) {
                Ok(None) => tracing::debug!(%zone, %primary, "transferred, or nothing new"),
                Ok(Some(why)) => tracing::warn!(%zone, %primary, %why, "not transferred"),
                Err(failure) => {
                    tracing::warn!(%zone, ?failure, "a transfer could not be recorded and will be made again")
                }
            }
            office.desk().waiting.ended(id);
            office.changed.notify_all();
        });
    }

    fn close(&self) {
        self.desk().closed = true;
        self.changed.notify_all();
    }

    fn wait(&self, patience: Duration, is_so: impl Fn(&Desk) -> bool) -> bool {
        let waited = self.changed.wait_timeout_while(self.desk(), patience, |desk| !is_so(desk));
        let (_desk, time_out) = waited.unwrap_or_else(PoisonError::into_inner);
        !time_out.timed_out()
    }

    /// A thread that panicked leaves a desk in order: every change of it is complete.
    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
