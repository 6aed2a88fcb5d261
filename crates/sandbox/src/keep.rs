//! Whole worlds, kept by name.

use std::pin::Pin;

use engine::{Fault, model::Instant};
use serde::{Deserialize, Serialize};
use store::Picture;

use crate::clock::Hands;
use crate::{counterpart, faults, mailbox::Message};

/// An answer that takes its time, from a trait object.
pub type Future<'a, T> = Pin<Box<dyn std::future::Future<Output = T> + Send + 'a>>;

/// Takes the store's whole content and brings it back. Blocks: called from threads where that is allowed.
pub trait Keep: Send + Sync + 'static {
    /// The store's content as of now.
    ///
    /// # Errors
    /// The store's.
    fn snapshot(&self) -> Result<Picture, Fault>;

    /// Puts a content into the place of what is there, while the store is in use.
    ///
    /// # Errors
    /// The store's; then everything is as it was.
    fn restore(&self, picture: &Picture) -> Result<(), Fault>;

    /// Puts into its place what a sandbox has at its first start: the accounts that everybody knows and nothing else.
    ///
    /// # Errors
    /// The store's.
    fn reset(&self) -> Result<(), Fault>;
}

/// Starts further servers.
pub trait Forks: Send + Sync + 'static {
    /// Starts a server of its own on a copy of a world, on free ports, and answers with the content of its ready file.
    ///
    /// # Errors
    /// Why there is none.
    fn fork(&self, world: World) -> Future<'_, Result<serde_json::Value, Fault>>;
}

/// What can be set of a protocol while it runs.
pub trait Knobs: Send + Sync + 'static {
    /// The protocol's name: `wapi`.
    fn protocol(&self) -> &'static str;

    /// How everything is set.
    fn show(&self) -> serde_json::Value;

    /// Sets what is named, and leaves the rest.
    ///
    /// # Errors
    /// What makes no sense; then nothing was set.
    fn turn(&self, wanted: &serde_json::Value) -> Result<(), String>;

    /// Sets everything as it is at the first start.
    fn reset(&self);
}

/// Everything that a sandbox holds beside the store.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// How the clock stands.
    pub clock: Hands,
    /// Which faults are ordered.
    pub faults: faults::Orders,
    /// How counterparts act, and what they have in mind.
    pub counterparts: counterpart::Minds,
    /// The mail that was sent.
    pub mail: Vec<Message>,
}

/// Everything, as it was at a moment. Cheap to clone.
#[derive(Clone, Debug)]
pub struct World {
    /// When it was taken, by the sandbox's clock.
    pub taken_at: Instant,
    /// What the store held.
    pub picture: Picture,
    /// Everything else.
    pub settings: std::sync::Arc<Settings>,
}
