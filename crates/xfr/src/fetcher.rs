use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::time::Duration;

use crew::{Crew, Desk, Once};
use engine::model::DnsZoneId;
use engine::ops::dns_zone::AxfrEnd;
use engine::ports::{Access, Ask, AxfrAnswer, AxfrFailed, AxfrRequest, AxfrSource, Port};
use engine::{Actor, Engine, Request};

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

/// Zones that wait to be fetched.
type Waiting = Once<DnsZoneId, AxfrRequest>;

/// Takes zones from the runner of what is due, has them fetched on threads of its own, and reports how that ended.
pub struct Fetcher {
    desk: Arc<Desk<Waiting>>,
    crew: Crew<Waiting>,
}

/// What each thread fetches with.
#[derive(Clone)]
struct Office {
    engine: Engine,
    source: Arc<dyn AxfrSource>,
    desk: Arc<Desk<Waiting>>,
}

impl Fetcher {
    /// Starts the threads.
    ///
    /// # Errors
    /// The operating system gives no more threads.
    pub fn start(engine: Engine, source: Arc<dyn AxfrSource>, settings: Settings) -> std::io::Result<Self> {
        let desk = Arc::new(Desk::new(Waiting::of_at_most(settings.waiting)));
        let office = Office { engine, source, desk: Arc::clone(&desk) };
        let work = move |request: AxfrRequest| {
            let end = office.fetch(&request);
            office.report(request, end);
        };
        let crew = Crew::start("xfr", settings.threads, Arc::clone(&desk), work)?;
        Ok(Self { desk, crew })
    }

    /// Takes zones. Never waits: what finds no room is handed out again when its next reminder comes.
    pub fn take(&self, requests: impl IntoIterator<Item = AxfrRequest>) {
        self.desk.change(|waiting, is_open| {
            for request in requests {
                let zone = request.name.clone();
                if !is_open || !waiting.put(request.zone, request) {
                    tracing::warn!(%zone, "no room for a transfer: the zone waits for its next turn");
                }
            }
        });
    }

    /// Waits until nothing waits or is fetched any more, and how it ended is recorded. `false` if that takes too long.
    /// Blocks.
    pub fn settle(&self, patience: Duration) -> bool {
        self.desk.wait(patience, Waiting::is_idle)
    }

    /// Ends: what waits stays for its next turn, what is being fetched is waited for. Blocks, but no longer than told;
    /// threads that take longer are left behind.
    pub fn close(self, patience: Duration) {
        if !self.crew.close(patience, Waiting::is_still) {
            tracing::warn!("transfers under way are left behind; they are made again after the next start");
        }
    }
}

impl Office {
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
    fn report(&self, request: AxfrRequest, end: Result<AxfrAnswer, AxfrFailed>) {
        let (desk, zone, id) = (Arc::clone(&self.desk), request.name.clone(), request.zone);
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
            desk.change(|waiting, _| waiting.ended(&id));
        });
    }
}
