//! How RRPproxy and HEXONET behave.

use engine::guard::RequestLimits;
use sandbox::Knobs;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::knobs;

/// The settings, as they stand in a configuration and at the sandbox's control. `null`, or 0, is no limit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RrpSettings {
    requests_per_hour: Option<u32>,
    errors_before_block: Option<u32>,
    maintenance: Option<String>,
}

impl RrpSettings {
    /// As the server takes them.
    pub(crate) fn settings(self) -> rrp::Settings {
        let limit = |count: Option<u32>| count.filter(|count| *count > 0);
        let limits = RequestLimits {
            requests: limit(self.requests_per_hour),
            questions: None,
            errors: limit(self.errors_before_block),
        };
        let maintenance = self.maintenance.filter(|reason| !reason.trim().is_empty());
        rrp::Settings { limits, maintenance }
    }

    fn of(settings: &rrp::Settings) -> Self {
        let limits = settings.limits;
        Self {
            requests_per_hour: limits.requests,
            errors_before_block: limits.errors,
            maintenance: settings.maintenance.clone(),
        }
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
        self.0.set(RrpSettings::default().settings());
    }
}
