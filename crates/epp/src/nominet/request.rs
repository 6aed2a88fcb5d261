//! A command, read and ready for the engine.

use std::pin::Pin;

use edge::Desk;
use engine::{
    Command, Done, Failure, Field, Glance, Outcome, Query, Refusal, Request as Ids, model::DomainName,
    ops::Availability, policy::Place,
};

use super::answer::Answer;

/// How an answer comes about.
pub(super) type Doing = Pin<Box<dyn Future<Output = Result<Done<Answer>, Failure>> + Send>>;

/// A command.
pub(super) struct Request {
    /// What has to be done.
    pub(super) work: Box<dyn FnOnce(At) -> Doing + Send>,
    /// What is to be told beside the answer, if it succeeds.
    pub(super) warnings: Vec<Refusal>,
}

/// Where and for whom it is done. Cheap to clone.
#[derive(Clone)]
pub(super) struct At {
    pub(super) desk: Desk,
    pub(super) ids: Ids,
}

impl Request {
    /// A command that is done so.
    pub(super) fn new<F>(work: impl FnOnce(At) -> F + Send + 'static) -> Self
    where
        F: Future<Output = Result<Done<Answer>, Failure>> + Send + 'static,
    {
        Self { work: Box::new(move |at| Box::pin(work(at))), warnings: Vec::new() }
    }

    /// A command of the engine that answers nothing.
    pub(super) fn quiet<C: Command>(command: C) -> Self {
        Self::new(move |at| async move { Ok(at.command(command).await?.map(|_| Answer::nothing())) })
    }

    /// A command of the engine.
    pub(super) fn command<C: Command>(
        command: C,
        answer: impl FnOnce(C::Answer) -> Answer + Send + 'static,
    ) -> Self {
        Self::new(move |at| async move { Ok(at.command(command).await?.map(answer)) })
    }

    /// A query of the engine.
    pub(super) fn query<Q: Query>(
        query: Q,
        answer: impl FnOnce(Q::Answer) -> Answer + Send + 'static,
    ) -> Self {
        Self::new(move |at| async move { Ok(at.query(query).await?.map(answer)) })
    }

    /// The same command with further warnings.
    pub(super) fn warned(mut self, warnings: impl IntoIterator<Item = Refusal>) -> Self {
        self.warnings.extend(warnings);
        self
    }
}

impl At {
    /// How many more names the client may check where this one lies, if they are counted there.
    pub(super) fn checks_left(&self, name: &DomainName) -> Option<u32> {
        let engine = self.desk.engine();
        match engine.policies().place(name) {
            Place::Registrable(zone) => engine.checks_left(&self.ids.actor, zone),
            _ => None,
        }
    }

    /// Whether a name lies in a zone of this registry, whose registrars are tags: others are not its business.
    ///
    /// # Errors
    /// `zone_unknown`.
    pub(super) fn require_own_zone(&self, name: &DomainName) -> Result<(), Refusal> {
        match self.desk.engine().policies().place(name) {
            Place::Registrable(zone) if zone.tags.is_none() => {
                Err(Refusal::new(Outcome::ZoneUnknown).at(Field::DomainName).value(name))
            }
            // What lies nowhere the engine refuses itself.
            _ => Ok(()),
        }
    }

    /// A name that was checked, and whether it is free here.
    pub(super) fn offers(&self, checked: Availability) -> (String, bool) {
        let is_own = DomainName::parse(&checked.name).is_ok_and(|name| self.require_own_zone(&name).is_ok());
        (checked.name, checked.taken.is_none() && is_own)
    }

    /// The zone whose rules hold for contacts: one of those whose registrars are tags, as they are of one registry.
    pub(super) fn contact_zone(&self) -> Option<DomainName> {
        let mut zones = self.desk.engine().policies().zones();
        zones.find(|zone| zone.tags.is_some()).map(|zone| zone.name.clone())
    }

    /// Asks the engine something that needs no store.
    pub(super) fn glance<G: Glance>(&self, glance: G) -> Result<Done<G::Answer>, Failure> {
        self.desk.glance(&self.ids.actor, glance)
    }

    /// Asks the engine something.
    pub(super) async fn query<Q: Query>(&self, query: Q) -> Result<Done<Q::Answer>, Failure> {
        self.desk.query(self.ids.clone(), query).await
    }

    /// Has the engine do something.
    pub(super) async fn command<C: Command>(&self, command: C) -> Result<Done<C::Answer>, Failure> {
        self.desk.command(self.ids.clone(), command).await
    }
}
