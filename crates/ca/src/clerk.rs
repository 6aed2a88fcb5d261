use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::time::Duration;

use crew::{Crew, Desk, Once};
use engine::model::CertificateOrderId;
use engine::ops::certificate::AuthorityEnd;
use engine::ports::{
    Access, Ask, AuthorityAnswer, AuthorityAsk, AuthorityFailed, CertificateAuthority, Port,
};
use engine::{Actor, Engine, FaultKind, Request};

/// How much is asked at once and how much may wait.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Threads that ask.
    pub threads: usize,
    /// Orders that may wait. What does not fit is handed out again when its next reminder comes.
    pub waiting: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { threads: 2, waiting: 1_024 }
    }
}

/// Orders for which the authority is to be asked.
type Waiting = Once<CertificateOrderId, AuthorityAsk>;

/// Takes what the authority is to be asked from the runner of what is due, asks on threads of its own, and has the answers
/// recorded.
pub struct Clerk {
    desk: Arc<Desk<Waiting>>,
    crew: Crew<Waiting>,
}

/// What each thread asks with.
#[derive(Clone)]
struct Office {
    engine: Engine,
    authority: Arc<dyn CertificateAuthority>,
    desk: Arc<Desk<Waiting>>,
}

impl Clerk {
    /// Starts the threads.
    ///
    /// # Errors
    /// The operating system gives no more threads.
    pub fn start(
        engine: Engine,
        authority: Arc<dyn CertificateAuthority>,
        settings: Settings,
    ) -> std::io::Result<Self> {
        let desk = Arc::new(Desk::new(Waiting::of_at_most(settings.waiting)));
        let office = Office { engine, authority, desk: Arc::clone(&desk) };
        let work = move |ask: AuthorityAsk| {
            let end = office.ask(&ask);
            office.report(ask, end);
        };
        let crew = Crew::start("ca", settings.threads, Arc::clone(&desk), work)?;
        Ok(Self { desk, crew })
    }

    /// Takes what is to be asked. Never waits: what finds no room is handed out again when its next reminder comes.
    pub fn take(&self, asks: impl IntoIterator<Item = AuthorityAsk>) {
        self.desk.change(|waiting, is_open| {
            for ask in asks {
                let order = ask.order;
                if !is_open || !waiting.put(order, ask) {
                    tracing::warn!(%order, "no room for a question to the authority: the order waits for its next turn");
                }
            }
        });
    }

    /// Waits until nothing waits or is asked any more, and the answers are recorded. `false` if that takes too long.
    /// Blocks.
    pub fn settle(&self, patience: Duration) -> bool {
        self.desk.wait(patience, Waiting::is_idle)
    }

    /// Ends: what waits stays for its next turn, what is being asked is waited for. Blocks, but no longer than told;
    /// threads that take longer are left behind.
    pub fn close(self, patience: Duration) {
        if !self.crew.close(patience, Waiting::is_still) {
            tracing::warn!(
                "questions to the authority are left behind; they are asked again after the next start"
            );
        }
    }
}

impl Office {
    fn ask(&self, ask: &AuthorityAsk) -> Result<AuthorityAnswer, AuthorityFailed> {
        let about = Ask {
            account: &ask.owner,
            operation: outcomes::Operation::CertificateAnswer,
            object: &ask.name,
            access: Access::Writes,
            step: None,
        };
        match self.engine.reach(Port::CertificateAuthority, &about) {
            Ok(()) => self.put(ask),
            Err(fault) => match fault.kind {
                FaultKind::Refused(_) => Ok(AuthorityAnswer::Refused(fault.message)),
                // An answer that is too late is lost, and what was asked for is done all the same: the worst of it.
                FaultKind::TimedOut(_) => {
                    self.put(ask).and_then(|_| Err(AuthorityFailed::new(fault.message)))
                }
                _ => Err(AuthorityFailed::new(fault.message)),
            },
        }
    }

    /// An authority that panics has not answered, and the thread goes on with the next order.
    fn put(&self, ask: &AuthorityAsk) -> Result<AuthorityAnswer, AuthorityFailed> {
        panic::catch_unwind(AssertUnwindSafe(|| self.authority.ask(ask)))
            .unwrap_or_else(|_| Err(AuthorityFailed::new("the authority panicked")))
    }

    /// Records how it ended. If that fails, the authority is asked again.
    fn report(&self, ask: AuthorityAsk, end: Result<AuthorityAnswer, AuthorityFailed>) {
        let (desk, order) = (Arc::clone(&self.desk), ask.order);
        let by_server = Request::new(Actor::server(), self.engine.new_operation());
        self.engine.command(by_server, AuthorityEnd { ask, end }, move |end| {
            match end.map(|done| done.answer) {
                Ok(None) => tracing::debug!(%order, "the authority answered"),
                Ok(Some(why)) => tracing::warn!(%order, %why, "the authority did not answer"),
                Err(failure) => {
                    tracing::warn!(%order, ?failure, "an answer could not be recorded and will be asked for again")
                }
            }
            desk.change(|waiting, _| waiting.ended(&order));
        });
    }
}
