//! The control of a sandbox, from outside.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// Asks the control API of a server.
#[derive(Clone, Debug)]
pub struct Control {
    address: SocketAddr,
    agent: ureq::Agent,
}

impl Control {
    /// The control of the server that listens there for HTTP.
    pub fn at(address: SocketAddr) -> Self {
        let config = ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE));
        Self { address, agent: config.build().into() }
    }

    /// Asks, and reads the answer: its status and its JSON. A whole URL in place of the path asks another server, such as
    /// a fork.
    ///
    /// # Errors
    /// When there is no answer, or it is no JSON.
    pub fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<(u16, Value)> {
        let url = match path.starts_with("http://") {
            true => path.to_owned(),
            false => format!("http://{}{path}", self.address),
        };
        let request = ureq::http::Request::builder()
            .method(method)
            .uri(url)
            .header("content-type", "application/json")
            .body(body.map(Value::to_string).unwrap_or_default())?;
        let mut response = self.agent.run(request).with_context(|| format!("{method} {path}"))?;
        let text = response.body_mut().read_to_string()?;
        let answer = serde_json::from_str(&text).with_context(|| format!("{method} {path}: {text}"))?;
        Ok((response.status().as_u16(), answer))
    }

    /// Asks for something that has to succeed.
    ///
    /// # Errors
    /// When there is no answer, or it tells of a failure.
    pub fn demand(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
        let (status, answer) = self.ask(method, path, body)?;
        ensure!((200..300).contains(&status), "{method} {path}: {status} {answer}");
        Ok(answer)
    }
}

const PATIENCE: Duration = Duration::from_secs(60);
