//! Turning the knobs of a protocol.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// The settings that come of what is set and what is wanted otherwise.
///
/// # Errors
/// What makes no sense.
pub(super) fn merged<T: DeserializeOwned>(mut set: Value, wanted: &Value) -> Result<T, String> {
    let (Some(entries), Some(wanted)) = (set.as_object_mut(), wanted.as_object()) else {
        return Err("say what is to be set, as a JSON object".to_owned());
    };
    entries.extend(wanted.clone());
    serde_json::from_value(set).map_err(|error| error.to_string())
}
