//! Sessions of RRP.

use std::collections::HashMap;

use super::super::{AccountLine, RrpLine, Variables};
use crate::{Answer, ClientIdentity, RrpClient, Server};

/// Sends requests on connections by name; each is opened, and logged in, when it is first used.
pub(super) struct Registrar<'s> {
    server: &'s Server,
    accounts: &'s [AccountLine],
    connections: HashMap<String, RrpClient>,
}

impl<'s> Registrar<'s> {
    pub(super) fn new(server: &'s Server, accounts: &'s [AccountLine]) -> Self {
        Self { server, accounts, connections: HashMap::new() }
    }

    /// Sends a request, and tells what came back; `None` where the server closed instead.
    ///
    /// # Errors
    /// Why nothing could be sent.
    pub(super) fn send(&mut self, line: &RrpLine, variables: &Variables) -> Result<Option<Answer>, String> {
        let request = variables.fill(&line.content)?;
        if !self.connections.contains_key(&line.connection) {
            let client = self.open(line)?;
            self.connections.insert(line.connection.clone(), client);
        }
        let client = self.connections.get_mut(&line.connection).ok_or("there is no such connection")?;
        let came = if line.waits { client.receive() } else { client.ask(&request) };
        let answer = came.map_err(|error| format!("no answer came: {error:#}"))?;
        Ok(answer.map(Answer::of_rrp))
    }

    /// Whether the server has closed a connection; `None` if there is none of this name.
    pub(super) fn is_closed(&mut self, connection: &str) -> Option<bool> {
        self.connections.get_mut(connection).map(RrpClient::is_closed)
    }

    fn open(&self, line: &RrpLine) -> Result<RrpClient, String> {
        let client = match line.certificate {
            true => {
                ClientIdentity::new(&line.connection).and_then(|shown| self.server.connect_rrp_as(&shown))
            }
            false => self.server.connect_rrp(),
        };
        let mut client = client.map_err(|error| format!("{error:#}"))?;
        if line.raw {
            return Ok(client);
        }
        let account = &line.connection;
        let own =
            self.accounts.iter().find(|known| known.name == *account).map(|known| known.secret.as_str());
        let secret = own.or_else(|| self.server.ready().secret(account));
        let secret = secret
            .ok_or_else(|| format!("nothing is known of an account {account}: send its session raw"))?;
        let login = client.ask(&format!("session\n-Id:{account}\n-Password:{secret}"));
        match login.map_err(|error| format!("{error:#}"))? {
            Some(answer) if answer.starts_with("200 ") => Ok(client),
            other => Err(format!("expected the login to succeed: {other:?}")),
        }
    }
}
