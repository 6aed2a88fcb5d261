//! How Enom behaves.

use engine::guard::LockLimits;
use sandbox::Knobs;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::knobs;

/// The settings, as they stand in a configuration and at the sandbox's control. `null`, or 0, is no limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct EnomSettings {
    requests_per_minute: Option<u32>,
    failed_logins: Option<u32>,
    errors_before_block: Option<u32>,
    maintenance: Option<String>,
}

impl EnomSettings {
    /// Those of a sandbox: nothing locks an account until somebody wants to see what that does.
    pub(crate) fn sandbox() -> Self {
        Self { requests_per_minute: None, failed_logins: None, errors_before_block: None, ..Self::default() }
    }

    /// As the server takes them.
    pub(crate) fn settings(self) -> enom::Settings {
        let limit = |count: Option<u32>| count.filter(|count| *count > 0);
        enom::Settings {
            lock: LockLimits {
                requests: limit(self.requests_per_minute),
                failures: limit(self.failed_logins),
                ..LockLimits::default()
            },
            errors: limit(self.errors_before_block),
            maintenance: self.maintenance.filter(|reason| !reason.trim().is_empty()),
        }
    }

    fn of(settings: &enom::Settings) -> Self {
        Self {
            requests_per_minute: settings.lock.requests,
            failed_logins: settings.lock.failures,
            errors_before_block: settings.errors,
            maintenance: settings.maintenance.clone(),
        }
    }
}

impl Default for EnomSettings {
    fn default() -> Self {
        Self::of(&enom::Settings::default())
    }
}

/// Enom at the sandbox's control.
pub(crate) struct EnomKnobs(pub(crate) enom::Server);

impl Knobs for EnomKnobs {
    fn protocol(&self) -> &'static str {
        "enom"
    }

    fn show(&self) -> Value {
        json!(EnomSettings::of(&self.0.settings()))
    }

    fn turn(&self, wanted: &Value) -> Result<(), String> {
        let settings: EnomSettings = knobs::merged(self.show(), wanted)?;
        self.0.set(settings.settings());
        Ok(())
    }

    fn reset(&self) {
        self.0.set(EnomSettings::sandbox().settings());
    }
}
