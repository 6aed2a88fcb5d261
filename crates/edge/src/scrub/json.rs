//! JSON documents.

use serde_json::Value;

use super::{HIDDEN, is_secret_element};

/// Appends the document with whatever stands under the name of a secret replaced by `***`. What is no JSON is withheld.
pub fn scrub_json(text: &[u8], scrubbed: &mut Vec<u8>) {
    let Ok(mut value) = serde_json::from_slice::<Value>(text) else {
        return scrubbed.extend_from_slice(WITHHELD);
    };
    hide(&mut value);
    // Writing to memory does not fail.
    let _ = serde_json::to_writer(scrubbed, &value);
}

/// The reader bounds how deep a document may be.
fn hide(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            for (name, value) in entries {
                if is_secret_element(name.as_bytes()) {
                    *value = Value::from(HIDDEN);
                } else {
                    hide(value);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(hide),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

const WITHHELD: &[u8] = b"(withheld: no JSON)";

#[cfg(test)]
mod tests {
    use super::*;

    fn scrubbed(text: &str) -> String {
        let mut written = Vec::new();
        scrub_json(text.as_bytes(), &mut written);
        String::from_utf8(written).unwrap()
    }

    #[test]
    fn secrets_are_hidden_whatever_they_are_and_wherever_they_stand() {
        assert_eq!(
            scrubbed(r#"{"request":{"user":"u","auth":"0123","data":[{"auth_info":{"a":"x"},"name":"n"}]}}"#),
            r#"{"request":{"user":"u","auth":"***","data":[{"auth_info":"***","name":"n"}]}}"#
        );
    }

    #[test]
    fn what_cannot_be_read_is_withheld() {
        for broken in ["{\"auth\":\"x\"", "", "\u{feff}{}", &"[".repeat(100_000)] {
            assert_eq!(scrubbed(broken), "(withheld: no JSON)");
        }
    }
}
