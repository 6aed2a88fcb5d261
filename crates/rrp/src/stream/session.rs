//! A session of RRP and its state.

use std::net::IpAddr;
use std::sync::{Arc, OnceLock};

use edge::{Errand, Fingerprint, SessionGuard, metrics::Live};
use engine::model::OperationId;
use engine::{Actor, Done, Failure, Field, Outcome, Refusal, Request};
use outcomes::Operation as Name;

use super::answer;
use super::message::Message;
use super::server::Inner;
use super::translate::Order;
use crate::answer::{Ended, Reply};
use crate::call::{Call, Turn};
use crate::columns::Columns;
use crate::commands;
use crate::entrance::Visitor;
use crate::face::Face;
use crate::response::Response;

/// A session on a connection.
pub(super) struct Session {
    pub(super) server: Arc<Inner>,
    pub(super) from: IpAddr,
    pub(super) certificate: Option<Fingerprint>,
    pub(super) state: State,
}

pub(super) enum State {
    /// Nobody has logged in, or the last attempt failed.
    Before {
        /// Attempts that failed since the last that did not.
        failures: u32,
    },
    /// Somebody has.
    Open(Box<Open>),
}

pub(super) struct Open {
    pub(super) visitor: Visitor,
    pub(super) _place: SessionGuard,
    pub(super) _live: Live,
}

/// What to send, and what to do then.
pub(super) struct Said {
    pub(super) text: String,
    pub(super) code: u32,
    pub(super) operation: Option<Name>,
    pub(super) operation_id: OperationId,
    /// Whether the connection closes afterwards.
    pub(super) closes: bool,
}

impl Session {
    pub(super) fn new(server: Arc<Inner>, from: IpAddr, certificate: Option<Fingerprint>) -> Self {
        Self { server, from, certificate, state: State::Before { failures: 0 } }
    }

    /// The identifier of the account that is logged in.
    pub(super) fn account(&self) -> Option<&str> {
        match &self.state {
            State::Before { .. } => None,
            State::Open(open) => Some(open.visitor.actor.account.clid.as_str()),
        }
    }

    /// Answers a request.
    pub(super) async fn answer(&mut self, request: &[u8]) -> Said {
        let operation = self.server.desk.engine().new_operation();
        let mut name = None;
        let ended = match Message::read(request) {
            Ok(message) => self.carry_out(&message, operation, &mut name).await,
            Err(refusal) => Err(refusal.into()),
        };
        let response = match ended {
            Ok(reply) => Response::reply(reply, name.unwrap_or(Name::SessionPing), Face::Rrp),
            Err(Failure::Refused(refusals)) => Response::refusal(&refusals, name, Face::Rrp),
            Err(Failure::Fault(fault)) => {
                tracing::error!(%fault, incident = %operation, account = ?self.account(), "an RRP request failed");
                let incident = Refusal::new(fault.outcome()).fact("incident", operation);
                Response::refusal(&incident.into(), name, Face::Rrp)
            }
        };
        self.say(&response, name, operation)
    }

    /// The last word before the connection is closed for a reason that is no answer.
    pub(super) fn farewell(&self, refusal: Refusal) -> Said {
        let response = Response::refusal(&refusal.into(), None, Face::Rrp);
        Said { closes: true, ..self.say(&response, None, self.server.desk.engine().new_operation()) }
    }

    fn say(&self, response: &Response, operation: Option<Name>, operation_id: OperationId) -> Said {
        let is_lost = matches!(self.state, State::Before { failures } if failures >= MOST_FAILURES);
        Said {
            text: answer::lines(response),
            code: response.code.number,
            operation,
            operation_id,
            closes: response.code.closes || is_lost,
        }
    }

    /// The order of checks: the command and its turn, then what the command itself checks.
    async fn carry_out(&mut self, message: &Message, id: OperationId, name: &mut Option<Name>) -> Ended {
        match message.verb.as_str() {
            "session" => {
                *name = Some(Name::SessionLogin);
                if let Some(account) = self.account() {
                    return Err(Refusal::new(Outcome::AlreadyLoggedIn).fact("account", account).into());
                }
                return self.log_in(message, id).await;
            }
            "quit" => {
                *name = Some(Name::SessionLogout);
                return Ok(reply(Outcome::SessionQuit, Columns::new()));
            }
            _ => {}
        }
        let State::Open(open) = &self.state else { return Err(Outcome::LoginRequired.into()) };
        let (visitor, actor) = (open.visitor.clone(), open.visitor.actor.clone());
        self.server.rules.in_force().lock.request(&actor.account, self.server.desk.engine().now())?;
        if message.verb == "describe" {
            *name = Some(Name::SessionHello);
            return describe(message);
        }
        let order = Order::of(message)?;
        let unknown = || Refusal::new(Outcome::CommandUnknown).at(Field::Command).value(order.command);
        let command = commands::find(order.command).ok_or_else(unknown)?;
        *name = Some(command.operation);
        command.permit(&actor)?;
        self.run(command, visitor, actor, (id, order)).await
    }

    async fn run(
        &self,
        command: &commands::Command,
        visitor: Visitor,
        actor: Actor,
        (id, order): (OperationId, Order),
    ) -> Ended {
        let errand = Errand { desk: &self.server.desk, request: Request::new(actor, id) };
        let call = Call {
            errand,
            face: Face::Rrp,
            visitor,
            from: self.from,
            rooms: None,
            turn: Turn::Now,
            done: OnceLock::new(),
        };
        command.run(&call, order.params).await
    }
}

/// `describe`: what the server speaks. Clients use it to keep a connection open.
fn describe(message: &Message) -> Ended {
    for (option, value) in &message.options {
        if option != "target" {
            return Err(Refusal::new(Outcome::OptionUnknown).value(format!("-{option}")).into());
        }
        if !value.eq_ignore_ascii_case("protocol") {
            let refusal = Refusal::new(Outcome::ChoiceUnknown).value(value).fact("choices", "Protocol");
            return Err(refusal.fact("parameter", "-Target").into());
        }
    }
    Ok(reply(Outcome::PingAnswered, answer::description_of_protocol()))
}

pub(super) fn reply(outcome: Outcome, columns: Columns) -> Reply {
    Reply::of(Done::new(outcome, ()), |()| columns)
}

/// Failed attempts to log in, one after another, that end a connection.
const MOST_FAILURES: u32 = 2;
