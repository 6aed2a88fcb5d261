//! The operator of the system, who does chores with the engine and waits for them.

use std::sync::mpsc::{Receiver, sync_channel};

use anyhow::{Result, anyhow, bail};
use engine::model::Account;
use engine::{Actor, Command, Engine, Failure, Operation, Query, Request};

/// Asks the engine on the operator's behalf and waits. Not for asynchronous tasks.
#[derive(Clone)]
pub(crate) struct Operator {
    engine: Engine,
    actor: Actor,
}

/// A chore that was handed over and is under way.
pub(crate) struct Pending<A>(Receiver<std::result::Result<A, Failure>>);

impl Operator {
    /// The operator of an engine. It has no account: what it does is not billed.
    pub(crate) fn of(engine: &Engine) -> Self {
        Self { engine: engine.clone(), actor: Actor::nobody() }
    }

    /// The same doing what an account does.
    pub(crate) fn as_account(&self, account: Account) -> Self {
        Self { engine: self.engine.clone(), actor: Actor::new(account) }
    }

    /// The engine.
    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Hands a command over. Several can be under way; they are done in their order, and may share a commit.
    pub(crate) fn begin<C: Command>(&self, command: C) -> Pending<C::Answer> {
        let (sender, receiver) = sync_channel(1);
        // A receiver that is gone means that nobody waits any more.
        self.engine
            .command(self.request(), command, move |end| drop(sender.send(end.map(|done| done.answer))));
        Pending(receiver)
    }

    /// Does a command.
    ///
    /// # Errors
    /// The refusal or fault as a sentence.
    pub(crate) fn command<C: Command>(&self, command: C) -> Result<C::Answer> {
        self.begin(command).wait()
    }

    /// Reads something.
    ///
    /// # Errors
    /// The refusal or fault as a sentence.
    pub(crate) fn query<Q: Query>(&self, query: Q) -> Result<<Q as Operation>::Answer> {
        let (sender, receiver) = sync_channel(1);
        self.engine.query(self.request(), query, move |end| drop(sender.send(end.map(|done| done.answer))));
        Pending(receiver).wait()
    }

    fn request(&self) -> Request {
        Request::new(self.actor.clone(), self.engine.new_operation())
    }
}

impl<A> Pending<A> {
    /// Waits for the end.
    ///
    /// # Errors
    /// The refusal or fault as a sentence.
    pub(crate) fn wait(self) -> Result<A> {
        match self.0.recv() {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(failure)) => Err(sentence(&failure)),
            Err(_) => bail!("the store ended without an answer"),
        }
    }
}

fn sentence(failure: &Failure) -> anyhow::Error {
    match failure {
        Failure::Fault(fault) => anyhow!("{fault}"),
        Failure::Refused(refusals) => {
            let reasons: Vec<String> = refusals.iter().map(engine::Refusal::reason).collect();
            anyhow!("{}", reasons.join("; "))
        }
    }
}
