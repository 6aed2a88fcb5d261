//! Everything that a sandbox's store holds, taken and brought back.

use std::sync::Arc;

use engine::Fault;
use engine::policy::Policies;
use store::{Options, Picture, Sqlite};

use crate::installation::{Home, Installation};
use crate::sandbox_accounts;

/// The store of a sandbox.
pub(super) struct StoreKeep {
    store: Arc<Sqlite>,
    policies: Policies,
}

impl StoreKeep {
    pub(super) fn new(installation: &Installation, policies: Policies) -> Self {
        Self { store: Arc::clone(installation.sqlite()), policies }
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
        self.store.bring_back(picture)
    }

    fn reset(&self) -> Result<(), Fault> {
        let beginning = self.beginning().map_err(|error| Fault::internal(format!("{error:#}")))?;
        self.store.bring_back(&beginning)
    }
}
