//! What both doors keep to, that of HTTP and that of RRP itself: how they behave, and which accounts are locked.

use std::sync::Arc;

use arc_swap::ArcSwap;
use engine::guard::LockGuard;

use crate::server::Settings;

/// How the protocol behaves. Clones are the same rules: an account that is locked at one door is not heard at the other.
#[derive(Clone)]
pub struct Rules(Arc<ArcSwap<InForce>>);

/// The rules as they are for the request that has come.
pub(crate) struct InForce {
    pub(crate) settings: Settings,
    pub(crate) lock: LockGuard,
}

impl Rules {
    /// Rules that are in force from the start.
    pub(crate) fn new(settings: Settings) -> Self {
        Self(Arc::new(ArcSwap::from_pointee(settings.into())))
    }

    /// Other rules from now on. What was counted so far is forgotten.
    pub(crate) fn set(&self, settings: Settings) {
        self.0.store(Arc::new(settings.into()));
    }

    /// As they are now.
    pub(crate) fn in_force(&self) -> Arc<InForce> {
        self.0.load_full()
    }
}

impl From<Settings> for InForce {
    fn from(settings: Settings) -> Self {
        Self { lock: LockGuard::new(settings.lock), settings }
    }
}
