//! Asking the engine as the sandbox itself, and looking behind it.

use edge::Desk;
use engine::model::{Account, Clid, OperationId};
use engine::ports::store::{CommandJob, QueryJob, Result as StoreResult, Snapshot, Transaction, Verdict};
use engine::{Actor, Command, End, Engine, Fault, FaultKind, Query, Request};
use tokio::sync::oneshot;

/// Does chores for the sandbox. Clones are one office.
///
/// Its requests bear the name [`OURSELVES`], and no ordered fault strikes them: whoever makes the store fail must still
/// be able to see that and to end it.
#[derive(Clone)]
pub(crate) struct Office {
    desk: Desk,
    ourselves: Actor,
}

/// The account name under which the sandbox itself asks the engine.
pub(crate) const OURSELVES: &str = "sandbox";

impl Office {
    pub(crate) fn new(desk: Desk) -> Self {
        let server = Actor::server();
        let account = Account { clid: Clid::from_store(OURSELVES.to_owned()), ..(*server.account).clone() };
        Self { desk, ourselves: Actor::new(account) }
    }

    pub(crate) fn engine(&self) -> &Engine {
        self.desk.engine()
    }

    pub(crate) async fn query<Q: Query>(&self, query: Q) -> End<Q> {
        self.desk.query(self.request(&self.ourselves), query).await
    }

    pub(crate) async fn command<C: Command>(&self, command: C) -> End<C> {
        self.desk.command(self.request(&self.ourselves), command).await
    }

    /// Does something as an account would.
    pub(crate) async fn command_as<C: Command>(&self, account: Account, command: C) -> End<C> {
        self.desk.command(self.request(&Actor::new(account)), command).await
    }

    /// Looks into the store.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn look<T: Send + 'static>(
        &self,
        look: impl FnOnce(&dyn Snapshot) -> StoreResult<T> + Send + 'static,
    ) -> StoreResult<T> {
        let (answer, answered) = oneshot::channel();
        self.engine().store().query(Box::new(Look { look, answer }));
        answered.await.unwrap_or_else(|_| Err(dropped()))
    }

    /// Changes what no operation changes. The change may be made twice, after a rollback, so it touches nothing outside.
    ///
    /// # Errors
    /// The store's, or the change's own.
    pub(crate) async fn change<T: Send + 'static>(
        &self,
        change: impl FnMut(&dyn Transaction) -> StoreResult<T> + Send + 'static,
    ) -> StoreResult<T> {
        let (answer, answered) = oneshot::channel();
        self.engine().store().command(Box::new(Change { change, made: None, answer }));
        answered.await.unwrap_or_else(|_| Err(dropped()))
    }

    /// A fresh id, for what is written without an operation.
    pub(crate) fn new_id(&self) -> OperationId {
        self.engine().new_operation()
    }

    fn request(&self, actor: &Actor) -> Request {
        Request::new(actor.clone(), self.new_id())
    }
}

struct Look<F, T> {
    look: F,
    answer: oneshot::Sender<StoreResult<T>>,
}

impl<T: Send, F: FnOnce(&dyn Snapshot) -> StoreResult<T> + Send> QueryJob for Look<F, T> {
    fn run(self: Box<Self>, snapshot: StoreResult<&dyn Snapshot>) {
        let Self { look, answer } = *self;
        // Whoever asked may have gone.
        drop(answer.send(snapshot.and_then(look)));
    }
}

struct Change<F, T> {
    change: F,
    made: Option<T>,
    answer: oneshot::Sender<StoreResult<T>>,
}

impl<T: Send, F: FnMut(&dyn Transaction) -> StoreResult<T> + Send> CommandJob for Change<F, T> {
    fn run(&mut self, transaction: &dyn Transaction) -> StoreResult<Verdict> {
        self.made = Some((self.change)(transaction)?);
        Ok(Verdict::Keep)
    }

    fn end(self: Box<Self>, end: StoreResult<()>) {
        let Self { made, answer, .. } = *self;
        let made =
            end.and_then(|()| made.ok_or_else(|| Fault::internal("a change ended without being made")));
        drop(answer.send(made));
    }
}

fn dropped() -> Fault {
    Fault::new(FaultKind::OutcomeUnknown, "the store dropped a job without ending it")
}
