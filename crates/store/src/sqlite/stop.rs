use std::sync::OnceLock;

use engine::{Fault, FaultKind};

use super::options::OnStop;

/// Whether the store stopped for good. Shared by its threads.
pub(super) struct Stop {
    fault: OnceLock<Fault>,
    hook: Option<OnStop>,
}

impl Stop {
    pub(super) fn new(hook: Option<OnStop>) -> Self {
        Self { fault: OnceLock::new(), hook }
    }

    /// Why the store stopped, if it did.
    pub(super) fn fault(&self) -> Option<&Fault> {
        self.fault.get()
    }

    /// Stops the store. The first reason stands.
    pub(super) fn now(&self, reason: &str) {
        let fault = Fault::new(FaultKind::StoreStopped, format!("the store stopped for good: {reason}"));
        if self.fault.set(fault.clone()).is_ok() {
            tracing::error!(%reason, "the store stopped for good");
            self.hook.iter().for_each(|hook| hook(&fault));
        }
    }
}
