//! The way from an asynchronous protocol to the synchronous engine and back.

mod here;
mod lookout;

use std::sync::Arc;

use engine::{
    Actor, Command, End, Engine, Failure, Fault, Glance, Outcome, Query, Request,
    guard::LockGuard,
    model::{Instant, MailPassword, Secret},
    ops::{
        account::{Attempt, Cost, FindLogin, LoginRecord, hash_password},
        mail_address::hash_mail_password,
    },
    ports::store::Store,
};
use prometheus_client::metrics::counter::Counter;
use tokio::sync::{Semaphore, oneshot};

use here::Here;

/// Takes operations to the engine and brings their ends back, without ever blocking the runtime. Clones are one desk.
#[derive(Clone)]
pub struct Desk {
    engine: Engine,
    /// Argon2 costs tens of milliseconds and megabytes: only so many at once, or a flood of logins empties memory.
    hashing: Arc<Semaphore>,
    hashed: Counter,
    here: Arc<Here>,
}

impl Desk {
    /// A desk before an engine.
    pub fn new(engine: Engine) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            engine,
            hashing: Arc::new(Semaphore::new(cores)),
            hashed: Counter::default(),
            here: Arc::default(),
        }
    }

    /// The engine behind it.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Counts the passwords that are hashed here, or compared with a hash.
    pub fn hashed(&self) -> Counter {
        self.hashed.clone()
    }

    /// Does an operation that needs no store.
    ///
    /// # Errors
    /// Its refusals.
    pub fn glance<G: Glance>(&self, actor: &Actor, glance: G) -> End<G> {
        self.here.note();
        self.engine.glance(actor, glance)
    }

    /// Does an operation that reads.
    ///
    /// # Errors
    /// Its refusals, or a fault.
    pub async fn query<Q: Query>(&self, request: Request, query: Q) -> End<Q> {
        self.here.note();
        let (reply, end) = oneshot::channel();
        self.engine.query(request, query, move |end| drop(reply.send(end)));
        end.await.unwrap_or_else(|_| Err(unanswered()))
    }

    /// Does an operation that may change something; done when the change is on disk.
    ///
    /// # Errors
    /// Its refusals, or a fault.
    pub async fn command<C: Command>(&self, request: Request, command: C) -> End<C> {
        let (reply, end) = oneshot::channel();
        let hand_over = |store: &dyn Store, job| self.here.hand_over(store, job);
        self.engine.command_by(request, command, move |end| drop(reply.send(end)), hand_over);
        end.await.unwrap_or_else(|_| Err(unanswered()))
    }

    /// Decides on a login attempt.
    ///
    /// # Errors
    /// The refusals of [`Attempt::judge`], or a fault.
    pub async fn log_in(&self, request: Request, attempt: Attempt) -> Result<Actor, Failure> {
        let record = self.look_up(request, &attempt).await?;
        self.decide(attempt, record).await
    }

    /// As [`Desk::log_in`], for protocols that lock accounts: a wrong password counts against the account whose login was
    /// tried.
    ///
    /// # Errors
    /// As [`Desk::log_in`].
    pub async fn log_in_counted(
        &self,
        request: Request,
        attempt: Attempt,
        (lock, now): (&LockGuard, Instant),
    ) -> Result<Actor, Failure> {
        let record = self.look_up(request, &attempt).await?;
        let tried = record.as_ref().map(|record| record.account.id);
        let end = self.decide(attempt, record).await;
        if let (Some(account), Err(Failure::Refused(refusals))) = (tried, &end)
            && refusals.first().outcome == Outcome::AuthenticationFailed
        {
            lock.note_failure(account, now);
        }
        end
    }

    async fn look_up(&self, request: Request, attempt: &Attempt) -> Result<Option<LoginRecord>, Failure> {
        let find = FindLogin { realm: attempt.realm, login: attempt.login.clone() };
        Ok(self.query(request, find).await?.answer)
    }

    async fn decide(&self, attempt: Attempt, record: Option<LoginRecord>) -> Result<Actor, Failure> {
        if attempt.is_quick(&self.engine, record.as_ref()) {
            return attempt.judge(&self.engine, record);
        }
        self.judge(attempt, record).await?
    }

    /// Hashes a password at full cost.
    ///
    /// # Errors
    /// A fault of the hashing library.
    pub async fn hash(&self, password: Secret) -> Result<String, Fault> {
        let engine = self.engine.clone();
        self.compute(move || hash_password(&password, Cost::Full, engine.entropy())).await?
    }

    /// Hashes the password of an e-mail address, as the policy of mail hosting asks for it; one that a client wants no such
    /// check of needs one character.
    ///
    /// # Errors
    /// `mail_password_weak`, or a fault of the hashing library.
    pub async fn hash_mail(&self, password: Secret, is_checked: bool) -> Result<MailPassword, Failure> {
        let engine = self.engine.clone();
        let shortest = if is_checked { engine.policies().mail.shortest_password } else { 1 };
        let hash = move || hash_mail_password(&password, shortest, Cost::Full, engine.entropy());
        self.compute(hash).await?
    }

    async fn judge(
        &self,
        attempt: Attempt,
        record: Option<LoginRecord>,
    ) -> Result<Result<Actor, Failure>, Fault> {
        let engine = self.engine.clone();
        self.compute(move || attempt.judge(&engine, record)).await
    }

    async fn compute<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        self.hashed.inc();
        let _turn = self.hashing.acquire().await.map_err(Fault::internal)?;
        tokio::task::spawn_blocking(work).await.map_err(Fault::internal)
    }
}

/// A request of an operation's end that nobody will answer: the store dropped the job.
fn unanswered() -> Failure {
    Fault::new(engine::FaultKind::OutcomeUnknown, "the store dropped a job without ending it").into()
}
