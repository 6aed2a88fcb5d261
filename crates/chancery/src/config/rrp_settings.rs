//! How RRPproxy and HEXONET behave.

use engine::guard::{LockLimits, SessionTerms};
use sandbox::Knobs;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::knobs;

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
    /// Those of a sandbox: nothing locks an account until somebody wants to see what that does.
    pub(crate) fn sandbox() -> Self {
        Self { requests_per_minute: None, failed_logins: None, errors_before_block: None, ..Self::default() }
    }

    /// As the server takes them.
    pub(crate) fn settings(self) -> rrp::Settings {
        let limit = |count: Option<u32>| count.filter(|count| *count > 0);
        rrp::Settings {
            lock: LockLimits {
                requests: limit(self.requests_per_minute),
                failures: limit(self.failed_logins),
                ..LockLimits::default()
            },
            errors: limit(self.errors_before_block),
            sessions: SessionTerms { most: self.sessions_per_account, ..SessionTerms::default() },
            maintenance: self.maintenance.filter(|reason| !reason.trim().is_empty()),
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

/// RRPproxy and HEXONET at the sandbox's control.
pub(crate) struct RrpKnobs(pub(crate) rrp::Server);

impl Knobs for RrpKnobs {
    fn protocol(&self) -> &'static str {
        "rrp"
    }

    fn show(&self) -> Value {
        json!(RrpSettings::of(&self.0.settings()))
    }

    fn turn(&self, wanted: &Value) -> Result<(), String> {
        let settings: RrpSettings = knobs::merged(self.show(), wanted)?;
        self.0.set(settings.settings());
        Ok(())
    }

    fn reset(&self) {
        self.0.set(RrpSettings::sandbox().settings());
    }
}
