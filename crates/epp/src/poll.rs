//! The poll command (RFC 5730 section 2.9.2.3) and how notices are rendered.

use engine::{
    Field, Outcome, Refusal, Refusals,
    model::{Event, NoticeId},
    ops::poll::{Acknowledge, Request as PollRequest},
};
use wire::xml::{Element, Writer};

use crate::{
    namespaces::{CONTACT, DOMAIN},
    objects,
    syntax::required_word,
};

/// A command on the queue, ready for the engine.
pub(crate) enum Poll {
    /// For the oldest notice.
    Request(PollRequest),
    /// That a notice was read.
    Acknowledge(Acknowledge),
}

/// Reads `<poll op="req"/>` or `<poll op="ack" msgID="..."/>`.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Poll, Refusals> {
    match required_word(element, "op", &OPERATIONS)? {
        Operation::Request => Ok(Poll::Request(PollRequest::default())),
        Operation::Acknowledge => {
            Ok(Poll::Acknowledge(Acknowledge { notice: message_id(element)?, protocol: None }))
        }
    }
}

/// The values of a poll's `op`.
#[derive(Clone, Copy)]
enum Operation {
    Request,
    Acknowledge,
}

const OPERATIONS: [(&str, Operation); 2] = [("req", Operation::Request), ("ack", Operation::Acknowledge)];

fn message_id(element: Element<'_, '_>) -> Result<NoticeId, Refusal> {
    let refused = |outcome| Refusal::new(outcome).at(Field::MessageId);
    let text = element.attribute("msgID").map(str::trim).filter(|text| !text.is_empty());
    let text = text.ok_or_else(|| refused(Outcome::MessageIdMissing))?;
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let id = digits.then(|| text.parse().ok()).flatten();
    id.map(NoticeId).ok_or_else(|| refused(Outcome::MessageIdMalformed).value(text))
}

/// The namespace of the data that an event carries; `None` where the message says it all.
pub(crate) const fn object(event: &Event) -> Option<&'static str> {
    match event {
        Event::DomainTransfer { .. } => Some(DOMAIN),
        Event::ContactTransfer { .. } => Some(CONTACT),
        _ => None,
    }
}

/// Writes what an event says of its object.
pub(crate) fn render_event(event: &Event, xml: &mut Writer) {
    match event {
        Event::DomainTransfer { name, transfer } => {
            objects::domain::transfer::render_trn_data(name, transfer, xml)
        }
        Event::ContactTransfer { handle, transfer } => {
            objects::contact::transfer::render_trn_data(handle, transfer, xml)
        }
        _ => {}
    }
}
