//! The side of the clients: connections by name, what they send, what comes back.

use std::collections::HashMap;

use super::super::{AccountLine, LoginLine, Scenario, Sending, Step, Variables};
use super::agent::Agent;
use super::registrar::Registrar;
use super::reseller::Reseller;
use super::{Rendition, lever};
use crate::{Answer, ClientIdentity, EppClient, Path, Server, client};

/// The clients of one scenario, and what it has learnt so far.
pub(super) struct Actor<'s> {
    server: &'s Server,
    accounts: &'s [AccountLine],
    connections: HashMap<String, EppClient>,
    pub(super) variables: Variables,
    sent: u32,
    unique: String,
    reseller: Reseller<'s>,
    agent: Agent<'s>,
    registrar: Registrar<'s>,
}

/// What came back from a step.
#[derive(Debug)]
pub(super) enum Reply {
    /// Nothing was waited for.
    None,
    /// An answer; `None` where the server closed instead.
    Answer(Option<Answer>),
}

impl<'s> Actor<'s> {
    pub(super) fn new(server: &'s Server, scenario: &'s Scenario, rendition: Rendition) -> Self {
        let unique = unique_name(&scenario.name, rendition);
        let variables = Variables::of(&unique);
        let accounts = &scenario.accounts;
        let reseller = Reseller { server, accounts, format: rendition.format() };
        let agent = Agent { server, accounts, face: rendition.face(), enom: rendition.enom() };
        let registrar = Registrar::new(server, accounts);
        Self {
            server,
            accounts,
            connections: HashMap::new(),
            variables,
            sent: 0,
            unique,
            reseller,
            agent,
            registrar,
        }
    }

    /// Does what a step does. What is sent is waited on only if `awaited`: part of a frame has no answer.
    ///
    /// # Errors
    /// Why it could not be done.
    pub(super) fn act(&mut self, step: &Step, awaited: bool) -> Result<Reply, String> {
        match step {
            Step::Connect { connection, at } => self.connect(connection, at),
            Step::Login(line) => self.login(line),
            Step::Crowd { size, account } => self.crowd(*size, account),
            Step::Send { connection, sending, content } => self.send(connection, *sending, content, awaited),
            Step::Wapi(line) => {
                self.sent += 1;
                let client_id = format!("{}-{}", self.unique, self.sent);
                self.reseller
                    .send(line, &client_id, &mut self.variables)
                    .map(|answer| Reply::Answer(Some(answer)))
            }
            Step::Api(line) => {
                self.agent.send(line, &self.variables).map(|answer| Reply::Answer(Some(answer)))
            }
            Step::Enom(line) => {
                self.agent.send_enom(line, &self.variables).map(|answer| Reply::Answer(Some(answer)))
            }
            Step::Rrp(line) => self.registrar.send(line, &self.variables).map(Reply::Answer),
            Step::Stop => {
                self.server.ask_to_stop().map(|()| Reply::None).map_err(|error| format!("{error:#}"))
            }
            Step::Closed { connection } => self.closed(connection),
            Step::Expect { .. } => Ok(Reply::None),
            _ => {
                let control = self.server.control().map_err(|error| format!("{error:#}"))?;
                lever::pull(&control, step, &mut self.variables).map(|()| Reply::None)
            }
        }
    }

    fn connect(&mut self, name: &str, listener: &str) -> Result<Reply, String> {
        let client = self.server.connect_at(listener).map_err(|error| format!("{error:#}"))?;
        Ok(self.keep(name, client))
    }

    fn keep(&mut self, name: &str, client: EppClient) -> Reply {
        let greeting = client.greeting().clone();
        self.connections.insert(name.to_owned(), client);
        Reply::Answer(Some(greeting))
    }

    fn login(&mut self, line: &LoginLine) -> Result<Reply, String> {
        let client = match line.certificate {
            true => ClientIdentity::new(&line.account).and_then(|identity| self.server.connect_as(&identity)),
            false => self.server.connect_at(line.at.as_deref().unwrap_or("epp")),
        };
        self.keep(&line.connection, client.map_err(|error| format!("{error:#}"))?);
        let greeting = self.connection(&line.connection)?.greeting().clone();
        let own = || {
            self.accounts
                .iter()
                .find(|account| account.name == line.account)
                .map(|account| account.secret.as_str())
        };
        let secret =
            line.secret.as_deref().or_else(own).or_else(|| self.server.ready().secret(&line.account));
        let secret = secret
            .ok_or_else(|| format!("nothing is known of an account {}: say its `secret`", line.account))?;
        let objects = services(&greeting, "objURI", line.objects.as_deref())?;
        let extensions = services(&greeting, "extURI", line.extensions.as_deref())?;
        let body = client::login_body(&line.account, secret, line.new.as_deref(), &objects, &extensions);
        self.send(&line.connection, Sending::Command, &body, true)
    }

    /// Opens sessions of one account that nobody speaks on.
    fn crowd(&mut self, size: usize, account: &str) -> Result<Reply, String> {
        for number in 1..=size {
            let connection = format!("crowd {account} {number}");
            let line = LoginLine { connection, account: account.to_owned(), ..LoginLine::default() };
            let Reply::Answer(Some(answer)) = self.login(&line)? else {
                return Err(format!("session {number} was not answered"));
            };
            if answer.code() != Some(1000) {
                return Err(format!("session {number} was refused\n{answer}"));
            }
        }
        Ok(Reply::None)
    }

    fn send(&mut self, name: &str, sending: Sending, content: &str, awaited: bool) -> Result<Reply, String> {
        let content = self.variables.fill_bytes(content)?;
        self.sent += 1;
        let client_id = format!("{}-{}", self.unique, self.sent);
        let connection = self.connection(name)?;
        let as_text = |content: Vec<u8>| {
            String::from_utf8(content).map_err(|_| "bytes that are no text can only be sent raw".to_owned())
        };
        let sent = match sending {
            Sending::Command => {
                connection.send(client::command(&as_text(content)?, Some(&client_id)).as_bytes())
            }
            Sending::Document => connection.send(client::epp(&as_text(content)?).as_bytes()),
            Sending::Raw => connection.send(&content),
            Sending::Bytes => connection.send_bytes(&content),
        };
        // A server may close while a large frame is on its way; what it said before is still to be read.
        drop(sent);
        if !awaited {
            return Ok(Reply::None);
        }
        let answer = connection.receive().map_err(|error| format!("no answer came: {error}"))?;
        if sending == Sending::Command {
            check_ids(&client_id, answer.as_ref())?;
        }
        Ok(Reply::Answer(answer))
    }

    fn closed(&mut self, name: &str) -> Result<Reply, String> {
        let closed = match self.registrar.is_closed(name) {
            Some(closed) => closed,
            None => self.connection(name)?.is_closed(),
        };
        if closed {
            Ok(Reply::None)
        } else {
            Err(format!("expected the server to close {name}, but it did not"))
        }
    }

    fn connection(&mut self, name: &str) -> Result<&mut EppClient, String> {
        self.connections
            .get_mut(name)
            .ok_or_else(|| format!("there is no connection {name}: `connect` or `login` first"))
    }
}

/// The URIs of a greeting whose last part begins with one of the prefixes; all where none are named.
fn services(greeting: &Answer, element: &str, prefixes: Option<&[String]>) -> Result<Vec<String>, String> {
    let path = Path::parse(element).ok_or("no path")?;
    let offered = greeting.texts(&path);
    let Some(prefixes) = prefixes else { return Ok(offered) };
    let find = |prefix: &String| {
        let named = |uri: &&String| {
            uri.rsplit([':', '/']).next().is_some_and(|last| last.starts_with(&format!("{prefix}-")))
        };
        offered.iter().find(named).cloned().or_else(|| prefix.contains(':').then(|| prefix.clone()))
    };
    prefixes
        .iter()
        .map(|prefix| find(prefix).ok_or_else(|| format!("the greeting offers no {prefix}")))
        .collect()
}

/// Every answer to a command echoes the client's id and has one of the server's.
fn check_ids(client_id: &str, answer: Option<&Answer>) -> Result<(), String> {
    let Some(answer) = answer else { return Ok(()) };
    if answer.at("trID/clTRID").as_deref() != Some(client_id) {
        return Err(format!("expected the answer to echo clTRID {client_id}\n{answer}"));
    }
    match answer.at("trID/svTRID") {
        Some(id) if id.len() >= 3 => Ok(()),
        _ => Err(format!("expected an svTRID\n{answer}")),
    }
}

/// A short name that no other scenario has and that is the same in every run (FNV-1a in base 36).
fn unique_name(scenario: &str, rendition: Rendition) -> String {
    let hash = scenario.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let digit = |place: u32| char::from_digit((hash / 36_u64.pow(place) % 36) as u32, 36).unwrap_or('0');
    let first = if rendition == Rendition::First { 'n' } else { 'x' };
    std::iter::once(first).chain((0..7).map(digit)).collect()
}
