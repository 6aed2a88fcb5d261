//! Everything that a sandbox's store holds, taken and brought back.

use std::sync::Arc;

use engine::policy::Policies;
use engine::{Engine, Fault};
use store::{Options, Picture, Sqlite};

use crate::installation::{self, Home, Installation};
use crate::sandbox_accounts;

/// The store of a sandbox.
pub(super) struct StoreKeep {
    store: Arc<Sqlite>,
    engine: Engine,
    policies: Policies,
}

impl StoreKeep {
    pub(super) fn new(installation: &Installation, policies: Policies) -> Self {
        Self { store: Arc::clone(installation.sqlite()), engine: installation.engine().clone(), policies }
    }

    /// What a sandbox holds at its first start.
    fn beginning(&self) -> anyhow::Result<Picture> {
        let installation = Installation::open(&Home::Memory, self.policies.clone(), Options::default())?;
        sandbox_accounts::settle(&installation.operator())?;
        Ok(installation.sqlite().picture()?)
    }
}

impl sandbox::Keep for StoreKeep {
    fn snapshot(&self) -> Result<Picture, Fault> {
        self.store.picture()
    }

    fn restore(&self, picture: &Picture) -> Result<(), Fault> {
        installation::bring_back(&self.store, &self.engine, picture).map_err(broken)
    }

    fn reset(&self) -> Result<(), Fault> {
        self.restore(&self.beginning().map_err(broken)?)
    }
}

fn broken(error: anyhow::Error) -> Fault {
    error.downcast::<Fault>().unwrap_or_else(|error| Fault::internal(format!("{error:#}")))
}
