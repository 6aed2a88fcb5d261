//! How WAPI behaves.

use engine::guard::RequestLimits;
use serde::{Deserialize, Serialize};

use super::knobs::{Turnable, limit, maintenance};

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
    /// As the server takes them.
    pub(crate) fn settings(self) -> wapi::Settings {
        let limits = RequestLimits {
            requests: limit(self.requests_per_hour),
            questions: limit(self.availability_per_hour),
            errors: limit(self.errors_before_block),
        };
        wapi::Settings { limits, disabled: self.disabled, maintenance: maintenance(self.maintenance) }
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

impl Turnable for WapiSettings {
    type Server = wapi::Server;
    const PROTOCOL: &'static str = "wapi";

    /// Those of a sandbox: nothing is limited until somebody wants to see what a limit does.
    fn sandbox() -> Self {
        Self::of(&wapi::Settings::default())
    }

    fn shown_by(server: &wapi::Server) -> Self {
        Self::of(&server.settings())
    }

    fn set_at(self, server: &wapi::Server) {
        server.set(self.settings());
    }
}
