//! Doing what falls due, when it does.

use std::time::Duration;

use engine::{
    Actor, Failure, Fault, FaultKind, Request,
    model::Instant,
    ops::due::{Fired, Postpone, Ran, Run},
    ports::{AuthorityAsk, AxfrRequest, Parcel, TaskAsk},
};
use tokio::sync::Mutex;

use crate::{Desk, Shutdown};

/// Has the engine do what has fallen due. One at a time works, so everything is done in the order in which it falls due.
///
/// A piece of work that fails holds up nothing: it is put off, longer each time, and the log says so.
pub struct DueRunner {
    desk: Desk,
    turn: Mutex<()>,
    carrier: Option<Taker<Parcel>>,
    fetcher: Option<Taker<AxfrRequest>>,
    clerk: Option<Taker<AuthorityAsk>>,
    worker: Option<Taker<TaskAsk>>,
}

/// Takes what was handed out; must be quick.
type Taker<T> = Box<dyn Fn(Vec<T>) + Send + Sync>;

impl DueRunner {
    /// A runner that asks at a desk.
    pub fn new(desk: Desk) -> Self {
        Self { desk, turn: Mutex::new(()), carrier: None, fetcher: None, clerk: None, worker: None }
    }

    /// Hands what has to be carried to accounts to somebody, once the transaction that says so is on disk.
    #[must_use]
    pub fn handing_to(mut self, carrier: impl Fn(Vec<Parcel>) + Send + Sync + 'static) -> Self {
        self.carrier = Some(Box::new(carrier));
        self
    }

    /// Hands the secondary DNS zones that have to be fetched to somebody, in the same way.
    #[must_use]
    pub fn fetching_by(mut self, fetcher: impl Fn(Vec<AxfrRequest>) + Send + Sync + 'static) -> Self {
        self.fetcher = Some(Box::new(fetcher));
        self
    }

    /// Hands what the authority of certificates has to be asked to somebody, in the same way.
    #[must_use]
    pub fn asking_by(mut self, clerk: impl Fn(Vec<AuthorityAsk>) + Send + Sync + 'static) -> Self {
        self.clerk = Some(Box::new(clerk));
        self
    }

    /// Hands the commands that were put off and are to be carried out to somebody, in the same way.
    #[must_use]
    pub fn working_by(mut self, worker: impl Fn(Vec<TaskAsk>) + Send + Sync + 'static) -> Self {
        self.worker = Some(Box::new(worker));
        self
    }

    /// Does everything that is due by a moment, and tells what happened.
    ///
    /// # Errors
    /// A fault of the store: what could not be done is still due.
    pub async fn run(&self, until: Instant) -> Result<Vec<Fired>, Fault> {
        let _turn = self.turn.lock().await;
        let mut fired = Vec::new();
        loop {
            let ran = self.batch(until).await?;
            fired.extend(ran.fired);
            if ran.looked_at < BATCH {
                return Ok(fired);
            }
            // An idle store works on this thread and answers at once: others in this task, such as whoever listens for
            // signals, would never have their turn.
            tokio::task::yield_now().await;
        }
    }

    /// Looks at the clock now and every second until the end begins, and does what is due.
    pub async fn watch(&self, shutdown: &Shutdown) {
        let token = shutdown.token();
        loop {
            if let Err(fault) = self.run(self.desk.engine().now()).await {
                tracing::error!(%fault, "what is due cannot be done now; it is tried again");
            }
            if token.run_until_cancelled(tokio::time::sleep(PAUSE)).await.is_none() {
                return;
            }
        }
    }

    /// A full batch, or all there is. If it fails, one by one, so that what fails is found and put off.
    async fn batch(&self, until: Instant) -> Result<Ran, Fault> {
        if let Ok(ran) = self.attempt(until, BATCH).await {
            return Ok(ran);
        }
        let mut all = Ran::default();
        while all.looked_at < BATCH {
            let ran = match self.attempt(until, 1).await {
                Ok(ran) => ran,
                Err(fault) if matches!(fault.kind, FaultKind::Internal | FaultKind::Panicked) => {
                    self.put_off(until, &fault).await?
                }
                Err(fault) => return Err(fault),
            };
            if ran.looked_at == 0 {
                break;
            }
            all.looked_at += ran.looked_at;
            all.fired.extend(ran.fired);
        }
        Ok(all)
    }

    async fn attempt(&self, until: Instant, most: usize) -> Result<Ran, Fault> {
        let end = self.desk.command(self.request(), Run { until, most }).await;
        let mut ran = end.map_err(to_fault)?.answer;
        hand_on(std::mem::take(&mut ran.parcels), self.carrier.as_ref());
        hand_on(std::mem::take(&mut ran.axfrs), self.fetcher.as_ref());
        hand_on(std::mem::take(&mut ran.asks), self.clerk.as_ref());
        hand_on(std::mem::take(&mut ran.tasks), self.worker.as_ref());
        Ok(ran)
    }

    async fn put_off(&self, until: Instant, fault: &Fault) -> Result<Ran, Fault> {
        let end = self.desk.command(self.request(), Postpone { until }).await;
        let Some(due) = end.map_err(to_fault)?.answer else { return Ok(Ran::default()) };
        tracing::error!(%fault, job = due.job.name(), object = due.object.0, since = %due.since, to = %due.at, "work that was due failed and is put off");
        Ok(Ran { looked_at: 1, ..Ran::default() })
    }

    fn request(&self) -> Request {
        Request::new(Actor::server(), self.desk.engine().new_operation())
    }
}

fn hand_on<T>(handed_out: Vec<T>, taker: Option<&Taker<T>>) {
    if let Some(taker) = taker.filter(|_| !handed_out.is_empty()) {
        taker(handed_out);
    }
}

/// The server refuses itself nothing.
fn to_fault(failure: Failure) -> Fault {
    match failure {
        Failure::Fault(fault) => fault,
        Failure::Refused(refusals) => Fault::internal(refusals.first().reason()),
    }
}

/// How many reminders one transaction looks at: few enough that commands of clients do not wait long behind it.
const BATCH: usize = 100;
const PAUSE: Duration = Duration::from_secs(1);
