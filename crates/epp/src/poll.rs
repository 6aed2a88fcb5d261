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
    request::Request,
    syntax,
};

/// Reads `<poll op="req"/>` or `<poll op="ack" msgID="..."/>`.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Request, Refusals> {
    let operation = element.required_attribute("op").map_err(syntax::disorder)?;
    match operation {
        "req" => Ok(Request::PollRequest(PollRequest)),
        "ack" => Ok(Request::PollAcknowledge(Acknowledge { notice: message_id(element)? })),
        other => Err(syntax::attribute_invalid(element, "op", other, "req or ack").into()),
    }
}

fn message_id(element: Element<'_, '_>) -> Result<NoticeId, Refusal> {
    let refused = |outcome| Refusal::new(outcome).at(Field::MessageId);
    let text = element.attribute("msgID").map(str::trim).filter(|text| !text.is_empty());
    let text = text.ok_or_else(|| refused(Outcome::MessageIdMissing))?;
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let id = digits.then(|| text.parse().ok()).flatten();
    id.map(NoticeId).ok_or_else(|| refused(Outcome::MessageIdMalformed).value(text))
}

/// The namespace of the object that an event is about.
pub(crate) const fn object(event: &Event) -> Option<&'static str> {
    match event {
        Event::DomainTransfer { .. } => Some(DOMAIN),
        Event::ContactTransfer { .. } => Some(CONTACT),
    }
}

/// Writes what an event says of its object.
pub(crate) fn render_event(event: &Event, xml: &mut Writer) {
    match event {
        Event::DomainTransfer { name, transfer } => objects::domain::transfer::render_trn_data(name, transfer, xml),
        Event::ContactTransfer { handle, transfer } => objects::contact::transfer::render_trn_data(handle, transfer, xml),
    }
}
