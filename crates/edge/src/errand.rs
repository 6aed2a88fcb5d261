//! A request on its way to the engine, for protocols that send each by itself.

use engine::policy::Policies;
use engine::{Actor, Command, End, Glance, Query, Request};

use crate::desk::Desk;

/// Who asks, and how. What a protocol calls a command makes one call of the engine for each operation that it is made of.
pub struct Errand<'a> {
    /// Where it goes.
    pub desk: &'a Desk,
    /// On whose behalf, under which id.
    pub request: Request,
}

impl Errand<'_> {
    /// On whose behalf.
    pub fn actor(&self) -> &Actor {
        &self.request.actor
    }

    /// What the zones allow.
    pub fn policies(&self) -> &Policies {
        self.desk.engine().policies()
    }

    /// Asks what needs no store.
    ///
    /// # Errors
    /// See [`Desk::glance`].
    pub fn glance<G: Glance>(&self, glance: G) -> End<G> {
        self.desk.glance(self.actor(), glance)
    }

    /// Asks what only reads.
    ///
    /// # Errors
    /// See [`Desk::query`].
    pub async fn query<Q: Query>(&self, query: Q) -> End<Q> {
        self.desk.query(self.request.clone(), query).await
    }

    /// Tries what would change something: it is answered as if it were done, and nothing is kept.
    ///
    /// # Errors
    /// See [`Desk::command`].
    pub async fn rehearse<C: Command>(&self, command: C) -> End<C> {
        let mut request = self.request.clone();
        request.manner.rehearsal = true;
        self.desk.command(request, command).await
    }

    /// Asks what changes something. Only one such operation may be part of a command: it has the request's id.
    ///
    /// # Errors
    /// See [`Desk::command`].
    pub async fn command<C: Command>(&self, command: C) -> End<C> {
        self.desk.command(self.request.clone(), command).await
    }
}
