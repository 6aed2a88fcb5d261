//! A request to the control API.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use ureq::Agent;
use ureq::http::Request;

use super::setting::Setting;

/// A request: what is asked of what.
#[derive(Debug, PartialEq)]
pub(crate) struct Call {
    method: String,
    path: String,
    body: Value,
}

impl Call {
    pub(super) fn get(path: &[&str]) -> Self {
        Self::to("GET", path, Value::Null)
    }

    pub(crate) fn post(path: &[&str], body: Value) -> Self {
        Self::to("POST", path, body)
    }

    pub(crate) fn put(path: &[&str], body: Value) -> Self {
        Self::to("PUT", path, body)
    }

    pub(super) fn patch(path: &[&str], body: Value) -> Self {
        Self::to("PATCH", path, body)
    }

    pub(super) fn delete(path: &[&str]) -> Self {
        Self::to("DELETE", path, Value::Null)
    }

    /// A request of one's own. The path begins with `/sandbox` or is taken to lie below it.
    ///
    /// # Errors
    /// The body is no JSON.
    pub(super) fn any(method: &str, path: &str, body: Option<&str>) -> Result<Self> {
        let below = path.trim_start_matches('/');
        let path =
            if below.starts_with("sandbox") { format!("/{below}") } else { format!("/sandbox/{below}") };
        let body = body.map(serde_json::from_str).transpose().context("the body is no JSON")?;
        Ok(Self { method: method.to_ascii_uppercase(), path, body: body.unwrap_or_default() })
    }

    /// The same with filters in its query.
    pub(super) fn filtered(mut self, filters: &[Setting]) -> Self {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(filters.iter().map(|filter| (&filter.key, &filter.value)));
        let query = query.finish();
        if !query.is_empty() {
            self.path = format!("{}?{query}", self.path);
        }
        self
    }

    fn to(method: &str, path: &[&str], body: Value) -> Self {
        let segment = |segment: &&str| -> String {
            // What a form calls a plus is a space in a path.
            form_urlencoded::byte_serialize(segment.as_bytes()).collect::<String>().replace('+', "%20")
        };
        let path: Vec<String> = path.iter().map(segment).collect();
        Self { method: method.to_owned(), path: format!("/sandbox/{}", path.join("/")), body }
    }
}

/// Sends it, and reads the answer.
///
/// # Errors
/// Nobody answers there, or the sandbox refuses; then with its reason.
pub(crate) fn ask(address: SocketAddr, call: &Call) -> Result<Value> {
    let config = Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE));
    let agent: Agent = config.build().into();
    let request = Request::builder()
        .method(call.method.as_str())
        .uri(format!("http://{address}{}", call.path))
        .header("content-type", "application/json")
        .body(if call.body.is_null() { String::new() } else { call.body.to_string() })?;
    let mut response = agent.run(request).with_context(|| {
        format!(
            "no sandbox answers at {address}: start one with `chancery serve`, or say --http or --ready-file"
        )
    })?;
    let text = response.body_mut().read_to_string()?;
    let answer: Value =
        serde_json::from_str(&text).with_context(|| format!("{address} is no sandbox: {text:.80}"))?;
    if response.status().is_success() {
        return Ok(answer);
    }
    bail!("{}", answer["message"].as_str().unwrap_or(&text))
}

/// Years of a full registry may pass in one request.
const PATIENCE: Duration = Duration::from_secs(600);

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_in_paths_and_filters_are_escaped() {
        assert_eq!(Call::get(&["domains", "a b/c.test"]).path, "/sandbox/domains/a%20b%2Fc.test");
        let filter: Setting = "object=*.test&x".parse().unwrap();
        assert_eq!(Call::get(&["journal"]).filtered(&[filter]).path, "/sandbox/journal?object=*.test%26x");
        assert_eq!(Call::get(&["journal"]).filtered(&[]).path, "/sandbox/journal");
    }

    #[test]
    fn a_request_of_ones_own_lies_below_the_control() {
        let call = Call::any("post", "clock", Some("{\"freeze\":true}")).unwrap();
        assert_eq!(call, Call::post(&["clock"], json!({"freeze": true})));
        assert_eq!(Call::any("get", "/sandbox/clock", None).unwrap(), Call::get(&["clock"]));
        assert!(Call::any("post", "clock", Some("{")).is_err());
    }
}
