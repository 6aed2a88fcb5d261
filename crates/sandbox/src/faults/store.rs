//! A store with trouble.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use engine::ports::store::{CommandJob, Names, QueryJob, Result as StoreResult, Store, Transaction, Verdict};
use engine::ports::{Ask, Port};
use engine::{Fault, FaultKind};
use outcomes::Operation;

use super::delay::Delay;
use super::rule::Blow;
use super::{Plan, Trouble, replay::Record};
use crate::counterpart::{Ear, Object};

/// Hands jobs to a store, unless trouble was ordered for them. A job that says nothing of what it is for passes.
pub struct FaultyStore {
    inner: Arc<dyn Store>,
    plan: Arc<Plan>,
    ear: Arc<Ear>,
    delay: Delay,
}

impl FaultyStore {
    /// Stands before a store. The ear hears of transfers that were asked for.
    ///
    /// # Errors
    /// The system has no thread left for what is to be delayed.
    pub fn new(inner: Arc<dyn Store>, plan: Arc<Plan>, ear: Arc<Ear>) -> io::Result<Self> {
        Ok(Self { inner, plan, ear, delay: Delay::start()? })
    }

    /// What a job meets on the way to the store: first the registry's trouble, then the store's own.
    fn meet(&self, ask: &Ask<'_>) -> Met {
        let asked = asks_registry(ask.operation);
        let registry = asked.then(|| self.plan.meet(Port::Registry, ask)).flatten();
        let mut met = Met::default();
        met.add(Port::Registry, registry);
        if met.fault.is_none() {
            met.add(Port::Store, self.plan.meet(Port::Store, ask));
        }
        met
    }

    /// What a command meets, whom it concerns when it is done, and whether something may be ordered for it on the way.
    fn prepare(&self, ask: &Ask<'_>) -> (Met, Option<Object>, bool) {
        let concerned = self.plan.concerns(ask);
        let met = if concerned { self.meet(ask) } else { Met::default() };
        (met, self.ear.prick_up(ask), concerned)
    }

    /// Passes a command on that nothing was ordered for; what was ordered for others happens to them.
    fn pass_on(&self, job: Box<dyn CommandJob>, pass: impl FnOnce(&dyn Store, Box<dyn CommandJob>)) {
        let Some((met, object, concerned)) = job.about().map(|ask| self.prepare(&ask)) else {
            return pass(self.inner.as_ref(), job);
        };
        let Met { delay, fault, made } = met;
        match fault {
            Some(fault) if fault.kind == FaultKind::Panicked => {
                let job = Panicking { job, why: fault.message };
                let inner = Arc::clone(&self.inner);
                self.when(delay, move || inner.command(Box::new(job)));
            }
            Some(fault) if !made => self.when(delay, move || job.end(Err(fault))),
            None if object.is_none() && !concerned => pass(self.inner.as_ref(), job),
            unheard => {
                let hearing = object.map(|object| (Arc::clone(&self.ear), object));
                let job = Watched { job, record: Record::default(), verdict: None, unheard, hearing };
                let inner = Arc::clone(&self.inner);
                self.when(delay, move || inner.command(Box::new(job)));
            }
        }
    }

    /// Does something now, or after a delay.
    fn when(&self, delay: Duration, work: impl FnOnce() + Send + 'static) {
        if delay.is_zero() { work() } else { self.delay.after(delay, work) }
    }
}

/// What a job meets.
#[derive(Default)]
struct Met {
    delay: Duration,
    fault: Option<Fault>,
    /// Set if the change is made although nobody hears of it.
    made: bool,
}

impl Met {
    fn add(&mut self, port: Port, blow: Option<Blow>) {
        let Some(blow) = blow else { return };
        self.delay += blow.delay;
        self.made = blow.trouble == Some(Trouble::Unknown) && blow.made;
        self.fault = blow.trouble.map(|trouble| trouble.fault(port, &blow.by));
    }
}

impl Store for FaultyStore {
    fn names(&self) -> &dyn Names {
        self.inner.names()
    }

    fn command(&self, job: Box<dyn CommandJob>) {
        self.pass_on(job, |store, job| store.command(job));
    }

    fn is_idle(&self) -> bool {
        self.inner.is_idle()
    }

    fn command_here(&self, job: Box<dyn CommandJob>) {
        self.pass_on(job, |store, job| store.command_here(job));
    }

    fn query(&self, job: Box<dyn QueryJob>) {
        let Some(Met { delay, fault, .. }) = job.about().map(|ask| self.meet(&ask)) else {
            return self.inner.query(job);
        };
        match fault {
            Some(fault) => self.when(delay, move || job.run(Err(fault))),
            None => {
                let inner = Arc::clone(&self.inner);
                self.when(delay, move || inner.query(job));
            }
        }
    }
}

/// A command on its way through the store.
struct Watched {
    job: Box<dyn CommandJob>,
    record: Record,
    verdict: Option<Verdict>,
    /// Said in the place of a commit.
    unheard: Option<Fault>,
    /// Who hears of it when it is committed, and of what.
    hearing: Option<(Arc<Ear>, Object)>,
}

impl CommandJob for Watched {
    fn about(&self) -> Option<Ask<'_>> {
        self.job.about()
    }

    fn run(&mut self, transaction: &dyn Transaction) -> StoreResult<Verdict> {
        let Self { job, record, .. } = self;
        let verdict = record.during(|| job.run(transaction))?;
        self.verdict = Some(verdict);
        Ok(verdict)
    }

    fn end(self: Box<Self>, end: StoreResult<()>) {
        let Self { job, verdict, unheard, hearing, .. } = *self;
        let committed = end.is_ok() && verdict == Some(Verdict::Keep);
        // Before the one who asked hears: what it does next shall find the counterpart informed.
        if let Some((ear, object)) = hearing.filter(|_| committed) {
            ear.hear(object);
        }
        match unheard {
            // What was refused was never committed, so its end is known.
            Some(fault) if committed => job.end(Err(fault)),
            _ => job.end(end),
        }
    }
}

/// A command that panics as soon as it has its transaction: the store has to cope.
struct Panicking {
    job: Box<dyn CommandJob>,
    why: String,
}

impl CommandJob for Panicking {
    fn about(&self) -> Option<Ask<'_>> {
        self.job.about()
    }

    fn run(&mut self, transaction: &dyn Transaction) -> StoreResult<Verdict> {
        self.job.run(transaction)?;
        std::panic::panic_any(self.why.clone())
    }

    fn end(self: Box<Self>, end: StoreResult<()>) {
        self.job.end(end);
    }
}

/// Whether the registry of a zone is asked: for all that it keeps.
fn asks_registry(operation: Operation) -> bool {
    let name = operation.name();
    ["domain_", "host_", "contact_", "nsset_"].iter().any(|kind| name.starts_with(kind))
}
