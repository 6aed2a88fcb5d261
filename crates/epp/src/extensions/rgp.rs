//! Grace periods and restoration (RFC 3915).

use engine::{
    Field, Findings, Outcome, Refusal, Refusals,
    model::{Instant, Line},
    ops::domain::{Restore, RestoreReport, RgpState, Update},
};
use wire::xml::{Element, Writer};

use super::Extension;
use crate::{answer::Answer, namespaces::RGP, request::Request, syntax};

pub(super) struct Rgp;

impl Extension for Rgp {
    fn uri(&self) -> &'static str {
        RGP
    }

    /// Turns an update that changes nothing into a restoration, or into the report about one.
    fn read(&self, element: Element<'_, '_>, request: Request) -> Result<Request, Refusals> {
        let Request::DomainUpdate(update) = request else {
            return Err(Refusal::new(Outcome::ExtensionMisplaced).value(RGP).into());
        };
        if element.name() != "update" {
            return Err(syntax::unexpected(element, "update").into());
        }
        if !update.is_empty() {
            return Err(Refusal::new(Outcome::RestoreMixed).at(Field::RestoreOperation).value(&update.name).into());
        }
        let mut content = element.sequence();
        let restore = content.required(RGP, "restore").map_err(syntax::disorder)?;
        content.end().map_err(syntax::disorder)?;
        match restore.required_attribute("op").map_err(syntax::disorder)? {
            "request" => Ok(Request::DomainRestore(Restore { name: update.name })),
            "report" => report(restore, *update).map(Box::new).map(Request::DomainRestoreReport),
            other => Err(syntax::attribute_invalid(restore, "op", other, "request or report").into()),
        }
    }

    fn speaks(&self, answer: &Answer) -> bool {
        !states(answer).is_empty()
    }

    fn write(&self, answer: &Answer, xml: &mut Writer) {
        let name = if matches!(answer, Answer::DomainRestored(_)) { "rgp:upData" } else { "rgp:infData" };
        xml.open_with(name, &[("xmlns:rgp", RGP)]);
        for state in states(answer) {
            write_state(*state, xml);
        }
        xml.close();
    }
}

/// The states that an answer tells.
fn states(answer: &Answer) -> &[RgpState] {
    match answer {
        Answer::DomainFound(view, _) => &view.rgp,
        Answer::DomainRestored(states) => states,
        _ => &[],
    }
}

fn write_state(state: RgpState, xml: &mut Writer) {
    match state.ends_at() {
        Some(end) => xml.open_with("rgp:rgpStatus", &[("s", state.name()), ("lang", "en")]).text("until ").display(end).close(),
        None => xml.empty("rgp:rgpStatus", &[("s", state.name())]),
    };
}

fn report(restore: Element<'_, '_>, update: Update) -> Result<RestoreReport, Refusals> {
    let mut content = restore.sequence();
    let report = content.required(RGP, "report").map_err(syntax::disorder)?;
    content.end().map_err(syntax::disorder)?;

    let mut content = report.sequence();
    for name in ["preData", "postData"] {
        // Registration data before and after, of any form: the journal keeps it.
        content.required(RGP, name).map_err(syntax::disorder)?;
    }
    let deleted_at = text(content.required(RGP, "delTime").map_err(syntax::disorder)?)?;
    let restored_at = text(content.required(RGP, "resTime").map_err(syntax::disorder)?)?;
    let reason = text(content.required(RGP, "resReason").map_err(syntax::disorder)?)?;
    let first = text(content.required(RGP, "statement").map_err(syntax::disorder)?)?;
    let second = text(content.required(RGP, "statement").map_err(syntax::disorder)?)?;
    content.optional(RGP, "other").map_err(syntax::disorder)?;
    content.end().map_err(syntax::disorder)?;

    let mut findings = Findings::new();
    let at = |findings: &mut Findings, text: &str| findings.take(Field::RestoreReport, Instant::parse(text));
    let line = |findings: &mut Findings, text: &str| findings.take(Field::RestoreReport, Line::parse(text, LONGEST_STATEMENT));
    let times = at(&mut findings, &deleted_at).zip(at(&mut findings, &restored_at));
    let reason = line(&mut findings, &reason);
    let statements = line(&mut findings, &first).zip(line(&mut findings, &second));
    findings.end()?;
    match (times, reason, statements) {
        (Some((deleted_at, restored_at)), Some(reason), Some((first, second))) => {
            Ok(RestoreReport { name: update.name, deleted_at, restored_at, reason, statements: [first, second] })
        }
        _ => Err(Refusal::new(Outcome::TextMissing).at(Field::RestoreReport).into()),
    }
}

fn text(element: Element<'_, '_>) -> Result<String, Refusal> {
    // Statements may hold markup of their own (mixed content); what counts is that something is stated.
    Ok(element.token().map_or_else(|_| element.source().to_owned(), std::borrow::Cow::into_owned))
}

/// Statements are free text; this bounds what is kept of them.
const LONGEST_STATEMENT: usize = 4096;
