//! How Enom behaves.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::knobs::{Turnable, limit, lock, maintenance};

/// The settings, as they stand in a configuration and at the sandbox's control. `null`, or 0, is no limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct EnomSettings {
    requests_per_minute: Option<u32>,
    failed_logins: Option<u32>,
    errors_before_block: Option<u32>,
    wildcards: BTreeMap<String, Vec<String>>,
    maintenance: Option<String>,
}

impl EnomSettings {
    /// As the server takes them.
    pub(crate) fn settings(self) -> enom::Settings {
        enom::Settings {
            lock: lock(self.requests_per_minute, self.failed_logins),
            errors: limit(self.errors_before_block),
            wildcards: self.wildcards,
            maintenance: maintenance(self.maintenance),
        }
    }

    fn of(settings: &enom::Settings) -> Self {
        Self {
            requests_per_minute: settings.lock.requests,
            failed_logins: settings.lock.failures,
            errors_before_block: settings.errors,
            wildcards: settings.wildcards.clone(),
            maintenance: settings.maintenance.clone(),
        }
    }
}

impl Default for EnomSettings {
    fn default() -> Self {
        Self::of(&enom::Settings::default())
    }
}

impl Turnable for EnomSettings {
    type Server = enom::Server;
    const PROTOCOL: &'static str = "enom";

    /// Those of a sandbox: nothing locks an account until somebody wants to see what that does.
    fn sandbox() -> Self {
        Self { requests_per_minute: None, failed_logins: None, errors_before_block: None, ..Self::default() }
    }

    fn shown_by(server: &enom::Server) -> Self {
        Self::of(&server.settings())
    }

    fn set_at(self, server: &enom::Server) {
        server.set(self.settings());
    }
}
