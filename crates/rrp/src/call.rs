//! A command on its way to the engine.

use std::net::IpAddr;

use edge::Desk;
use engine::guard::{SessionTerms, Sessions};
use engine::policy::Policies;
use engine::{Actor, Command, End, Glance, Query, Request};

use crate::entrance::{Opened, Visitor};
use crate::face::Face;

/// Who asks, and how. A command makes one call of the engine for each operation that it is made of.
pub(crate) struct Call<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) request: Request,
    pub(crate) face: Face,
    /// Who asks, as it came in.
    pub(crate) visitor: Visitor,
    /// From which address.
    pub(crate) from: IpAddr,
    /// The sessions that are open, and for how long the next will be.
    pub(crate) sessions: &'a Sessions<Opened>,
    pub(crate) terms: SessionTerms,
}

impl Call<'_> {
    /// On whose behalf.
    pub(crate) fn actor(&self) -> &Actor {
        &self.request.actor
    }

    /// What the zones allow.
    pub(crate) fn policies(&self) -> &Policies {
        self.desk.engine().policies()
    }

    /// Asks what needs no store.
    ///
    /// # Errors
    /// See [`Desk::glance`].
    pub(crate) fn glance<G: Glance>(&self, glance: G) -> End<G> {
        self.desk.glance(self.actor(), glance)
    }

    /// Asks what only reads.
    ///
    /// # Errors
    /// See [`Desk::query`].
    pub(crate) async fn query<Q: Query>(&self, query: Q) -> End<Q> {
        self.desk.query(self.request.clone(), query).await
    }

    /// Tries what would change something: it is answered as if it were done, and nothing is kept.
    ///
    /// # Errors
    /// See [`Desk::command`].
    pub(crate) async fn rehearse<C: Command>(&self, command: C) -> End<C> {
        let mut request = self.request.clone();
        request.manner.rehearsal = true;
        self.desk.command(request, command).await
    }

    /// Asks what changes something. Only one such operation may be part of a command: it has the request's id.
    ///
    /// # Errors
    /// See [`Desk::command`].
    pub(crate) async fn command<C: Command>(&self, command: C) -> End<C> {
        self.desk.command(self.request.clone(), command).await
    }
}
