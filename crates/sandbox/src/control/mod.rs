//! The control API: `/sandbox/...`, JSON, described by its own OpenAPI document.

mod account_settings;
mod accounts;
mod billing;
mod certificates;
mod clock;
mod counterpart;
mod delivery;
mod dns_zones;
mod domains;
mod exchanges;
mod faults;
mod input;
mod journal;
mod mailbox;
mod maintenance;
mod nssets;
mod openapi;
mod owed;
mod problem;
mod protections;
mod protocols;
mod reply;
mod route;
mod seeds;
mod shelf;
mod shown;
mod statement;
mod statuses;
mod tags;
mod visitors;
mod worlds;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{Method, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use edge::Desk;
use edge::journal::Journal;
use engine::Fault;
use engine::model::Instant;

use crate::counterpart::Counterparts;
use crate::faults::Plan;
use crate::keep::{Forks, Keep, Knobs, Settings, World};
use crate::mailbox::Mailbox;
use crate::office::Office;
use crate::timekeeper::Timekeeper;
use problem::Problem;
use route::Route;
use shelf::Shelf;

/// What the control API controls.
pub struct Parts {
    /// The way to the engine.
    pub desk: Desk,
    /// Time.
    pub timekeeper: Arc<Timekeeper>,
    /// The orders for trouble.
    pub faults: Arc<Plan>,
    /// The other side of transfers.
    pub counterparts: Arc<Counterparts>,
    /// The mail that was sent.
    pub mailbox: Arc<Mailbox>,
    /// Takes and brings back what the store holds.
    pub keep: Arc<dyn Keep>,
    /// Starts further servers, where that is possible.
    pub forks: Option<Arc<dyn Forks>>,
    /// What was said on the wire.
    pub journal: Journal,
    /// What can be set of protocols.
    pub knobs: Vec<Arc<dyn Knobs>>,
}

/// The control of a sandbox. Clones are one control.
#[derive(Clone)]
pub struct Control(Arc<Inner>);

struct Inner {
    parts: Parts,
    office: Office,
    shelf: Shelf,
}

impl Control {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> Self {
        let office = Office::new(parts.desk.clone());
        Self(Arc::new(Inner { parts, office, shelf: Shelf::default() }))
    }

    /// Everything under `/sandbox`, to be merged with what else HTTP serves.
    pub fn router(&self) -> Router {
        let mut router = Router::new();
        for Route { path, service, .. } in routes() {
            router = router.route(path, service);
        }
        router
            .method_not_allowed_fallback(wrong_method)
            .route("/sandbox/{*rest}", any(nothing_here))
            .route("/sandbox/", any(nothing_here))
            .layer(middleware::from_fn(finish))
            .layer(middleware::from_fn(visitors::turn_away_foreign_pages))
            .with_state(self.clone())
    }

    /// Everything as it is now. Time stands still meanwhile.
    ///
    /// # Errors
    /// The store's.
    pub async fn world(&self) -> Result<World, Fault> {
        let _pause = self.parts().timekeeper.pause().await;
        self.parts().counterparts.listen().await?;
        // The settings come first: the clock may go on while the picture is taken, and must not be behind it.
        let (settings, taken_at) = (self.settings(), self.now());
        let keep = Arc::clone(&self.parts().keep);
        let picture = apart(move || keep.snapshot()).await?;
        Ok(World { taken_at, picture, settings: Arc::new(settings) })
    }

    /// Puts a world into the place of the present one.
    ///
    /// # Errors
    /// The store's; then everything is as it was.
    pub async fn bring_back(&self, world: &World) -> Result<(), Fault> {
        let _pause = self.parts().timekeeper.pause().await;
        // The clock first: what sessions do until the store follows is gone with it, but what they did behind it by the
        // present clock would come from the future.
        let clock = self.parts().timekeeper.clock();
        let hands = clock.hands();
        clock.set(world.settings.clock);
        let (keep, picture) = (Arc::clone(&self.parts().keep), world.picture.clone());
        apart(move || keep.restore(&picture)).await.inspect_err(|_| clock.set(hands))?;
        self.apply(&world.settings);
        Ok(())
    }

    /// Makes everything as it was at the first start, but for the snapshots.
    ///
    /// # Errors
    /// The store's.
    pub async fn reset(&self) -> Result<(), Fault> {
        let _pause = self.parts().timekeeper.pause().await;
        // The clock first, so that what is made anew is made at the new time.
        self.apply(&Settings::default());
        self.parts().knobs.iter().for_each(|knobs| knobs.reset());
        let keep = Arc::clone(&self.parts().keep);
        apart(move || keep.reset()).await
    }

    /// Everything beside the store, as it is now: to be kept over a restart.
    pub fn settings(&self) -> Settings {
        let parts = self.parts();
        Settings {
            clock: parts.timekeeper.clock().hands(),
            faults: parts.faults.orders_now(),
            counterparts: parts.counterparts.minds_now(),
            mail: parts.mailbox.list(|_| true),
        }
    }

    /// Puts what was kept in the place of everything beside the store.
    pub fn apply(&self, settings: &Settings) {
        let parts = self.parts();
        parts.timekeeper.clock().set(settings.clock);
        parts.faults.set_orders(settings.faults.clone());
        parts.counterparts.set_minds(settings.counterparts.clone());
        parts.mailbox.replace(&settings.mail);
    }

    fn parts(&self) -> &Parts {
        &self.0.parts
    }

    fn office(&self) -> &Office {
        &self.0.office
    }

    fn shelf(&self) -> &Shelf {
        &self.0.shelf
    }

    fn now(&self) -> Instant {
        self.office().engine().now()
    }
}

/// Every route, in the order of the manual.
fn routes() -> Vec<Route> {
    [
        openapi::routes(),
        clock::routes(),
        faults::routes(),
        worlds::routes(),
        accounts::routes(),
        statement::routes(),
        certificates::routes(),
        owed::routes(),
        counterpart::routes(),
        delivery::routes(),
        domains::routes(),
        protections::routes(),
        nssets::routes(),
        dns_zones::routes(),
        journal::routes(),
        exchanges::routes(),
        mailbox::routes(),
        maintenance::routes(),
        tags::routes(),
        seeds::routes(),
        protocols::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Does something that blocks, away from the asynchronous threads.
async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(Fault::internal(error)))
}

/// Goes on to the end even if whoever asked goes away: half a restored world is none.
async fn finish(request: Request, next: Next) -> Response {
    match tokio::spawn(next.run(request)).await {
        Ok(response) => response,
        Err(error) => Problem::from(Fault::internal(error)).into_response(),
    }
}

async fn nothing_here(State(_): State<Control>, uri: Uri) -> Problem {
    Problem::not_found(
        "path_unknown",
        format!("nothing is at {}; GET /sandbox lists what there is", uri.path()),
    )
}

async fn wrong_method(method: Method, uri: Uri) -> Problem {
    Problem::wrong_method(&method, uri.path())
}

#[cfg(test)]
mod tests;
