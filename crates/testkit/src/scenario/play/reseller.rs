//! Requests of WAPI.

use serde_json::{Map, Value};

use super::super::{AccountLine, Variables, WapiLine};
use crate::wapi::{WapiFormat, WapiUser, form, post};
use crate::{Answer, Server};

/// Sends a request as a step says, in the format of the play unless the step has its own.
pub(super) struct Reseller<'s> {
    pub(super) server: &'s Server,
    pub(super) accounts: &'s [AccountLine],
    /// The format of the play.
    pub(super) format: WapiFormat,
}

impl Reseller<'_> {
    /// Sends it, and tells what came back.
    ///
    /// # Errors
    /// Why nothing did, or that the answer does not name the request.
    pub(super) fn send(
        &self,
        line: &WapiLine,
        client_id: &str,
        variables: &mut Variables,
    ) -> Result<Answer, String> {
        let format = line.format.unwrap_or(self.format);
        let user = self.user(line)?;
        let token = user.token_now();
        let body = if line.raw {
            variables.set("user", user.login.as_str());
            variables.set("auth", token);
            variables.fill_known_bytes(&line.content)
        } else {
            let sent_id = line.client_id.as_deref().map(|id| variables.fill(id)).transpose()?;
            let client_id = sent_id.as_deref().unwrap_or(client_id);
            let content = variables.fill_known(&line.content)?;
            form(&format.request(envelope(line, (&user.login, &token, client_id), &content)?))
        };
        let to = self.server.ready().listeners.http.ok_or("the server has no listener for HTTP")?;
        let text = post(to, user.from, format, &body).map_err(|error| format!("{error:#}"))?;
        let answer = Answer::of_wapi(text, format);
        let echo = answer.at("response/clTRID");
        // An answer without the command is one to a request that was not read.
        let was_read = answer.at("response/command").is_some();
        if !line.raw && line.client_id.is_none() && was_read && echo.as_deref() != Some(client_id) {
            return Err(format!("expected the answer to echo clTRID {client_id}\n{answer}"));
        }
        Ok(answer)
    }

    fn user(&self, line: &WapiLine) -> Result<WapiUser, String> {
        let own = || self.accounts.iter().find(|account| account.name == line.account);
        let known = || self.server.ready().secret(&line.account).map(str::to_owned);
        let secret =
            line.secret.clone().or_else(|| own().map(|account| account.secret.clone())).or_else(known);
        let secret = secret
            .ok_or_else(|| format!("nothing is known of an account {}: say its `secret`", line.account))?;
        let login = format!("{}@example.test", line.account.to_lowercase());
        Ok(WapiUser { login: line.user.clone().unwrap_or(login), secret, from: line.from })
    }
}

/// `COMMAND [JSON]` with what goes around it.
fn envelope(
    line: &WapiLine,
    (user, token, client_id): (&str, &str, &str),
    content: &str,
) -> Result<Map<String, Value>, String> {
    let (command, data) = content.split_once(char::is_whitespace).unwrap_or((content, ""));
    let mut envelope = Map::new();
    for (name, value) in [("user", user), ("auth", token), ("command", command), ("clTRID", client_id)] {
        envelope.insert(name.to_owned(), Value::from(value));
    }
    if line.test {
        envelope.insert("test".to_owned(), Value::from(1));
    }
    if !data.trim().is_empty() {
        let data = serde_json::from_str(data).map_err(|error| format!("{data} is no JSON: {error}"))?;
        envelope.insert("data".to_owned(), data);
    }
    Ok(envelope)
}
