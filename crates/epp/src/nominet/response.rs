//! The response: where codes of the automaton stand, and warnings.
//!
//! ```text
//!   nom   failure: resData / X:failData { name or roid, reason }    warning: extension / X:warning
//!   std   failure: result / extValue { value, reason }              warning: extension / warning:...
//! ```
//!
//! A reason is the code of the automaton, a space, and the text. `X` is the object of the command.

use std::borrow::Cow;

use engine::{Done, Outcome, Refusal, Refusals};
use outcomes::{NOMINET, Operation as Name, Row};
use wire::xml::Writer;

use super::{
    answer::{Answer, MessageQueue},
    dialect::Subject,
    services::Services,
    text::time,
};
use crate::{
    dialect::About,
    frame,
    objects::blame::{self, Object},
    response::{self, Response, Transaction},
};

/// The response to a command that was carried out.
pub(super) fn success(
    done: &Done<Answer>,
    about: &About<Subject>,
    services: Option<&Services>,
    ids: Transaction<'_>,
) -> Response {
    let code = NOMINET.row(done.outcome, about.operation, None).code;
    let mut xml = response::begin();
    xml.open_with("result", &[("code", &code.number.to_string())]).leaf("msg", code.message).close();
    queue(&done.answer, &mut xml);
    if !done.answer.data.is_empty() {
        xml.open("resData");
        done.answer.data.iter().for_each(|part| part(&mut xml));
        xml.close();
    }
    if !done.answer.extensions.is_empty() || !done.warnings.is_empty() {
        xml.open("extension");
        done.answer.extensions.iter().for_each(|part| part(&mut xml));
        for warning in &done.warnings {
            write_warning(warning, about, services, &mut xml);
        }
        xml.close();
    }
    end(xml, code, ids)
}

/// The response to a command that was refused: one result, with all reasons that have its code.
pub(super) fn refusal(
    refusals: &Refusals,
    about: &About<Subject>,
    services: Option<&Services>,
    ids: Transaction<'_>,
) -> Response {
    let row = |refusal: &Refusal| NOMINET.row(refusal.outcome, about.operation, refusal.field);
    let code = row(refusals.first()).code;
    let of_code = || refusals.iter().filter(|refusal| row(refusal).code.number == code.number);
    let mut xml = response::begin();
    xml.open_with("result", &[("code", &code.number.to_string())]).leaf("msg", code.message);
    let failed = fail_data(&about.subject, services);
    if failed.is_none() {
        of_code().for_each(|refusal| ext_value(refusal, row(refusal), about.operation, &mut xml));
    }
    xml.close();
    if let Some((form, uri, name)) = failed {
        let reasons: Vec<String> = of_code().map(|refusal| reason(refusal, row(refusal))).collect();
        xml.open("resData").open_with(form.data, &[(form.declaration, uri)]);
        xml.leaf(form.name, name).leaf(form.reason, &reasons.join("; ")).close().close();
    }
    end(xml, code, ids)
}

/// Numbers of transactions are decimal here.
fn end(mut xml: Writer, code: &'static outcomes::Code, ids: Transaction<'_>) -> Response {
    xml.open("trID");
    if let Some(client) = ids.client {
        xml.leaf("clTRID", client);
    }
    xml.leaf_display("svTRID", ids.server.0).close();
    xml.close().close();
    Response { frame: frame::seal(xml.finish()), code }
}

/// The reason of a refusal, with the code of the automaton before it.
pub(super) fn reason(refusal: &Refusal, row: &Row) -> String {
    let text = refusal.reason_as(row.text());
    row.mark().map_or_else(|| text.clone(), |mark| format!("{mark} {text}"))
}

/// The elements of one kind of failure.
struct Form {
    base: &'static str,
    declaration: &'static str,
    data: &'static str,
    name: &'static str,
    reason: &'static str,
    warning: &'static str,
}

const fn form(
    base: &'static str,
    declaration: &'static str,
    [data, name, reason, warning]: [&'static str; 4],
) -> Form {
    Form { base, declaration, data, name, reason, warning }
}

const DOMAIN: Form =
    form("nom-domain", "xmlns:domain", ["domain:failData", "domain:name", "domain:reason", "domain:warning"]);
const ACCOUNT: Form = form(
    "nom-account",
    "xmlns:account",
    ["account:failData", "account:roid", "account:reason", "account:warning"],
);
const CONTACT: Form = form(
    "nom-contact",
    "xmlns:contact",
    ["contact:failData", "contact:roid", "contact:reason", "contact:warning"],
);
const NS: Form = form("nom-ns", "xmlns:ns", ["ns:failData", "ns:roid", "ns:reason", "ns:warning"]);

/// The form for an object of the nom family, its namespace, and the name of the object.
fn fail_data<'a>(
    subject: &'a Subject,
    services: Option<&Services>,
) -> Option<(&'static Form, &'static str, &'a str)> {
    let (form, name): (&'static Form, _) = match subject {
        Subject::None => return None,
        Subject::Domain(name) => (&DOMAIN, name),
        Subject::Account(roid) => (&ACCOUNT, roid),
        Subject::Contact(roid) => (&CONTACT, roid),
        Subject::Ns(roid) => (&NS, roid),
    };
    Some((form, services?.uri(form.base)?, name))
}

/// The offending element with its value, and the reason. Secrets are never quoted.
fn ext_value(refusal: &Refusal, row: &Row, operation: Option<Name>, xml: &mut Writer) {
    xml.open("extValue").open("value");
    let element =
        refusal.field.and_then(|field| blame::element_of(operation.and_then(Object::of_operation), field));
    match element.zip(refusal.value.as_deref()) {
        Some((element, value)) => element.render(value, xml),
        None => drop(xml.empty("undef", &[])),
    }
    xml.close().leaf("reason", &reason(refusal, row)).close();
}

fn write_warning(warning: &Refusal, about: &About<Subject>, services: Option<&Services>, xml: &mut Writer) {
    let text = warning.reason_as(NOMINET.row(warning.outcome, about.operation, warning.field).text());
    if let Some((form, uri, _)) = fail_data(&about.subject, services) {
        xml.leaf_with(form.warning, &[(form.declaration, uri)], &text);
        return;
    }
    let Some(uri) = services.and_then(|services| services.uri("std-warning")) else { return };
    let value = warning.value.as_deref().unwrap_or_default();
    let value = if warning.outcome == Outcome::CreditLow { whole(value) } else { Cow::Borrowed(value) };
    let (element, attribute, more) = std_warning(warning.outcome);
    let mut attributes = vec![("xmlns:warning", uri)];
    attributes.extend(attribute.map(|attribute| (attribute, &*value)));
    attributes.extend(more);
    xml.leaf_with(element, &attributes, &text);
}

/// What remains of the credit in whole units, as much as the schema's type holds.
fn whole(remaining: &str) -> Cow<'static, str> {
    let units = remaining.split('.').next().and_then(|units| units.parse::<u64>().ok()).unwrap_or_default();
    Cow::Owned(units.min(u64::from(u16::MAX)).to_string())
}

/// The element of a warning in the std family, the attribute that has its value, and one that it always has.
type StdWarning = (&'static str, Option<&'static str>, Option<(&'static str, &'static str)>);

/// A field of former versions, and whether it was processed.
fn obsolete(processed: &'static str) -> StdWarning {
    ("warning:deprecated-field", Some("field-name"), Some(("processed", processed)))
}

fn std_warning(outcome: Outcome) -> StdWarning {
    let (element, attribute) = match outcome {
        Outcome::CreditLow => ("warning:credit-limit", "remaining"),
        Outcome::AttributeIgnored => ("warning:ignored-attribute", "attribute-name"),
        Outcome::PostalIgnored => ("warning:postalInfo-ignored", "type"),
        Outcome::GlueIgnored => ("warning:glue-ignored", "ip"),
        Outcome::GlueRemoved => ("warning:glue-removed", "nameserverName"),
        Outcome::HostIgnored => ("warning:host-ignored", "host-name"),
        Outcome::HolderTypeSet => ("warning:reg-type-set", "setTo"),
        Outcome::RegistrantCopied => ("warning:registrar-account-forked", "registrant"),
        Outcome::FieldTruncated => ("warning:truncated-field", "field-name"),
        Outcome::FieldDeprecated => return obsolete("Y"),
        Outcome::FieldDeprecatedIgnored => return obsolete("N"),
        Outcome::CaseRegistrantIgnored => return ("warning:account-id-ignored", None, None),
        _ => ("warning:ignored-field", "field-name"),
    };
    (element, Some(attribute), None)
}

fn queue(answer: &Answer, xml: &mut Writer) {
    match &answer.queue {
        None => {}
        Some(MessageQueue::Head(queue, title)) => {
            let (count, id) = (queue.waiting.to_string(), queue.head.id.to_string());
            xml.open_with("msgQ", &[("count", &count), ("id", &id)]);
            xml.leaf("qDate", &time(queue.head.at)).leaf("msg", title).close();
        }
        Some(MessageQueue::Left(left, id)) => {
            xml.empty("msgQ", &[("count", &left.to_string()), ("id", id)]);
        }
    }
}
