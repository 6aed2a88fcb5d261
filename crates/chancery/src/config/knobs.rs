//! Turning the knobs of a protocol.

use engine::guard::LockLimits;
use sandbox::Knobs;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// Settings of a protocol as they stand in a configuration and at the sandbox's control.
pub(crate) trait Turnable: Serialize + DeserializeOwned + 'static {
    /// Whom they are of.
    type Server: Send + Sync + 'static;
    /// The protocol's name.
    const PROTOCOL: &'static str;

    /// Those of a sandbox at its first start.
    fn sandbox() -> Self;

    /// How a server behaves now.
    fn shown_by(server: &Self::Server) -> Self;

    /// Has a server behave so from now on.
    fn set_at(self, server: &Self::Server);
}

/// A protocol at the sandbox's control.
pub(crate) struct ProtocolKnobs<T: Turnable>(pub(crate) T::Server);

impl<T: Turnable> Knobs for ProtocolKnobs<T> {
    fn protocol(&self) -> &'static str {
        T::PROTOCOL
    }

    fn show(&self) -> Value {
        json!(T::shown_by(&self.0))
    }

    fn turn(&self, wanted: &Value) -> Result<(), String> {
        merged::<T>(self.show(), wanted)?.set_at(&self.0);
        Ok(())
    }

    fn reset(&self) {
        T::sandbox().set_at(&self.0);
    }
}

/// The settings that come of what is set and what is wanted otherwise.
///
/// # Errors
/// What makes no sense.
fn merged<T: DeserializeOwned>(mut set: Value, wanted: &Value) -> Result<T, String> {
    let (Some(entries), Some(wanted)) = (set.as_object_mut(), wanted.as_object()) else {
        return Err("say what is to be set, as a JSON object".to_owned());
    };
    entries.extend(wanted.clone());
    serde_json::from_value(set).map_err(|error| error.to_string())
}

/// A limit: 0 is none.
pub(super) fn limit(count: Option<u32>) -> Option<u32> {
    count.filter(|count| *count > 0)
}

/// When an account is locked: after so many requests within a minute, or so many failed logins.
pub(super) fn lock(requests: Option<u32>, failures: Option<u32>) -> LockLimits {
    LockLimits { requests: limit(requests), failures: limit(failures), ..LockLimits::default() }
}

/// Why a protocol is out of service: a blank reason is none.
pub(super) fn maintenance(reason: Option<String>) -> Option<String> {
    reason.filter(|reason| !reason.trim().is_empty())
}
