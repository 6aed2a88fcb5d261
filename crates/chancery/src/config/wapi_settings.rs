//! How WAPI behaves.

use engine::guard::RequestLimits;
use sandbox::Knobs;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::knobs;

/// The settings, as they stand in a configuration and at the sandbox's control. `null`, or 0, is no limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct WapiSettings {
    requests_per_hour: Option<u32>,
    availability_per_hour: Option<u32>,
    errors_before_block: Option<u32>,
    disabled: Vec<String>,
    maintenance: Option<String>,
}

impl WapiSettings {
    /// Those of a sandbox: nothing is limited until somebody wants to see what a limit does.
    pub(crate) fn sandbox() -> Self {
        Self::of(&wapi::Settings::default())
    }

    /// As the server takes them.
    pub(crate) fn settings(self) -> wapi::Settings {
        let limit = |count: Option<u32>| count.filter(|count| *count > 0);
        let limits = RequestLimits {
            requests: limit(self.requests_per_hour),
            questions: limit(self.availability_per_hour),
            errors: limit(self.errors_before_block),
        };
        let maintenance = self.maintenance.filter(|reason| !reason.trim().is_empty());
        wapi::Settings { limits, disabled: self.disabled, maintenance }
    }

    fn of(settings: &wapi::Settings) -> Self {
        let limits = settings.limits;
        Self {
            requests_per_hour: limits.requests,
            availability_per_hour: limits.questions,
            errors_before_block: limits.errors,
            disabled: settings.disabled.clone(),
            maintenance: settings.maintenance.clone(),
        }
    }
}

impl Default for WapiSettings {
    /// What the manual tells of.
    fn default() -> Self {
        Self::of(&wapi::Settings { limits: RequestLimits::DOCUMENTED, ..wapi::Settings::default() })
    }
}

/// WAPI at the sandbox's control.
pub(crate) struct WapiKnobs(pub(crate) wapi::Server);

impl Knobs for WapiKnobs {
    fn protocol(&self) -> &'static str {
        "wapi"
    }

    fn show(&self) -> Value {
        json!(WapiSettings::of(&self.0.settings()))
    }

    fn turn(&self, wanted: &Value) -> Result<(), String> {
        let settings: WapiSettings = knobs::merged(self.show(), wanted)?;
        self.0.set(settings.settings());
        Ok(())
    }

    fn reset(&self) {
        self.0.set(WapiSettings::sandbox().settings());
    }
}
