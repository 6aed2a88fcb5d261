//! How RRPproxy and HEXONET behave.

use engine::guard::SessionTerms;
use serde::{Deserialize, Serialize};

use super::knobs::{Turnable, limit, lock, maintenance};

/// The settings, as they stand in a configuration and at the sandbox's control. `null`, or 0, is no limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RrpSettings {
    requests_per_minute: Option<u32>,
    failed_logins: Option<u32>,
    errors_before_block: Option<u32>,
    sessions_per_account: u32,
    maintenance: Option<String>,
}

impl RrpSettings {
    /// As the server takes them.
    pub(crate) fn settings(self) -> rrp::Settings {
        rrp::Settings {
            lock: lock(self.requests_per_minute, self.failed_logins),
            errors: limit(self.errors_before_block),
            sessions: SessionTerms { most: self.sessions_per_account, ..SessionTerms::default() },
            maintenance: maintenance(self.maintenance),
        }
    }

    fn of(settings: &rrp::Settings) -> Self {
        Self {
            requests_per_minute: settings.lock.requests,
            failed_logins: settings.lock.failures,
            errors_before_block: settings.errors,
            sessions_per_account: settings.sessions.most,
            maintenance: settings.maintenance.clone(),
        }
    }
}

impl Default for RrpSettings {
    fn default() -> Self {
        Self::of(&rrp::Settings::default())
    }
}

impl Turnable for RrpSettings {
    type Server = rrp::Server;
    const PROTOCOL: &'static str = "rrp";

    /// Those of a sandbox: nothing locks an account until somebody wants to see what that does.
    fn sandbox() -> Self {
        Self { requests_per_minute: None, failed_logins: None, errors_before_block: None, ..Self::default() }
    }

    fn shown_by(server: &rrp::Server) -> Self {
        Self::of(&server.settings())
    }

    fn set_at(self, server: &rrp::Server) {
        server.set(self.settings());
    }
}
