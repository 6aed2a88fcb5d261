//! The response envelope (RFC 5730 section 2.6).

use engine::{Done, Refusal, Refusals, model::OperationId};
use outcomes::{Code, Operation as Name};
use wire::xml::Writer;

use crate::{
    answer::Answer,
    extensions::{EXTENSIONS, Extension},
    frame,
    namespaces::{EPP, UNHANDLED_NAMESPACES},
    objects::blame::{self, Object},
    services::Services,
};

/// The ids of a transaction.
#[derive(Clone, Copy)]
pub(crate) struct Transaction<'a> {
    /// The client's, echoed.
    pub(crate) client: Option<&'a str>,
    /// The server's, unique for ever.
    pub(crate) server: OperationId,
}

/// A response, ready to be sent.
pub(crate) struct Response {
    /// The frame, header included.
    pub(crate) frame: Vec<u8>,
    /// Its first result.
    pub(crate) code: &'static Code,
}

/// The response to a command that was carried out. Only what the client announced is in it; a client that announced
/// unhandled namespaces (RFC 9038) gets the rest inside the result.
pub(crate) fn success(
    done: &Done<Answer>,
    operation: Option<Name>,
    services: &Services,
    ids: Transaction<'_>,
) -> Response {
    let code = outcomes::EPP.row(done.outcome, operation, None).code;
    let mut xml = begin();
    let (object, unhandled_object) = split_object(&done.answer, services);
    xml.open_with("result", &[("code", &code.number.to_string())]).leaf("msg", code.message);
    for warning in &done.warnings {
        ext_value(warning, operation, &mut xml);
    }
    if services.has_extension(UNHANDLED_NAMESPACES) {
        if let Some(uri) = unhandled_object {
            unhandled(uri, |xml| done.answer.render(xml), &mut xml);
        }
        for extension in speaking(&done.answer).filter(|extension| !services.has_extension(extension.uri())) {
            unhandled(extension.uri(), |xml| extension.write(&done.answer, xml), &mut xml);
        }
    }
    xml.close();

    message_queue(&done.answer, &mut xml);
    if object.is_some() {
        xml.open("resData");
        done.answer.render(&mut xml);
        xml.close();
    }
    write_extensions(&done.answer, services, &mut xml);
    end(xml, code, ids)
}

/// The response to a command that was refused: one result per code, each with all the reasons that have it.
pub(crate) fn refusal(refusals: &Refusals, operation: Option<Name>, ids: Transaction<'_>) -> Response {
    let coded = |refusal: &Refusal| outcomes::EPP.row(refusal.outcome, operation, refusal.field).code;
    let first = coded(refusals.first());
    let mut xml = begin();
    let mut written: Vec<u32> = Vec::new();
    for code in refusals.iter().map(coded) {
        if written.contains(&code.number) {
            continue;
        }
        written.push(code.number);
        xml.open_with("result", &[("code", &code.number.to_string())]).leaf("msg", code.message);
        for refusal in refusals.iter().filter(|refusal| coded(refusal).number == code.number) {
            ext_value(refusal, operation, &mut xml);
        }
        xml.close();
    }
    end(xml, first, ids)
}

/// The beginning of a response, up to its results.
pub(crate) fn begin() -> Writer {
    let mut xml = Writer::over(frame::begin());
    xml.declaration().open_with("epp", &[("xmlns", EPP)]).open("response");
    xml
}

fn end(mut xml: Writer, code: &'static Code, ids: Transaction<'_>) -> Response {
    xml.open("trID");
    if let Some(client) = ids.client {
        xml.leaf("clTRID", client);
    }
    xml.leaf_display("svTRID", ids.server).close();
    xml.close().close();
    Response { frame: frame::seal(xml.finish()), code }
}

/// The object that the answer's data describes: first if the client announced it, second if not.
fn split_object(answer: &Answer, services: &Services) -> (Option<&'static str>, Option<&'static str>) {
    match answer.object() {
        Some(uri) if services.has_object(uri) => (Some(uri), None),
        unannounced => (None, unannounced),
    }
}

fn speaking(answer: &Answer) -> impl Iterator<Item = &'static dyn Extension> {
    EXTENSIONS.iter().copied().filter(move |extension| extension.speaks(answer))
}

fn write_extensions(answer: &Answer, services: &Services, xml: &mut Writer) {
    let mut announced =
        speaking(answer).filter(|extension| services.has_extension(extension.uri())).peekable();
    if announced.peek().is_none() {
        return;
    }
    xml.open("extension");
    announced.for_each(|extension| extension.write(answer, xml));
    xml.close();
}

/// What an answer would hold if the client had announced a namespace (RFC 9038 section 3).
fn unhandled(uri: &'static str, write: impl FnOnce(&mut Writer), xml: &mut Writer) {
    xml.open("extValue").open("value");
    write(xml);
    xml.close();
    xml.leaf("reason", &format!("{uri} not in login services")).close();
}

fn message_queue(answer: &Answer, xml: &mut Writer) {
    match answer {
        Answer::Poll(Some(queue)) => {
            let (count, id) = (queue.waiting.to_string(), queue.head.id.to_string());
            xml.open_with("msgQ", &[("count", &count), ("id", &id)]);
            xml.leaf_display("qDate", queue.head.at).leaf("msg", &queue.head.event.sentence()).close();
        }
        Answer::Acknowledged { left: left @ 1.., id } => {
            xml.empty("msgQ", &[("count", &left.to_string()), ("id", &id.to_string())]);
        }
        _ => {}
    }
}

/// The offending element with its value, and the reason as a sentence. Secrets are never quoted.
fn ext_value(refusal: &Refusal, operation: Option<Name>, xml: &mut Writer) {
    xml.open("extValue").open("value");
    let element =
        refusal.field.and_then(|field| blame::element_of(operation.and_then(Object::of_operation), field));
    match element.zip(refusal.value.as_deref()) {
        Some((element, value)) => element.render(value, xml),
        None => drop(xml.empty("undef", &[])),
    }
    xml.close();
    xml.leaf_with("reason", &[("lang", "en")], &refusal.reason()).close();
}
