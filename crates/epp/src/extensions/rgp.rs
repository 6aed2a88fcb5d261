//! Grace periods and restoration (RFC 3915).

use engine::{
    Field, Findings, Outcome, Refusal, Refusals,
    model::{Instant, Line},
    ops::domain::{Restore, RestoreReport, RgpState, Update},
};
use wire::xml::{Element, Writer};

use super::Extension;
use crate::{
    answer::Answer,
    namespaces::RGP,
    request::Request,
    syntax::{self, Content, required_word},
};

pub(super) struct Rgp;

/// The values of a restoration's `op`.
#[derive(Clone, Copy)]
enum Operation {
    Request,
    Report,
}

const OPERATIONS: [(&str, Operation); 2] = [("request", Operation::Request), ("report", Operation::Report)];

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
            return Err(Refusal::new(Outcome::RestoreMixed)
                .at(Field::RestoreOperation)
                .value(&update.name)
                .into());
        }
        let mut content = Content::of(element, RGP)?;
        let restore = content.required("restore")?;
        content.end()?;
        match required_word(restore, "op", &OPERATIONS)? {
            Operation::Request => {
                Ok(Request::DomainRestore(Restore { name: update.name, is_reported: false }))
            }
            Operation::Report => report(restore, *update).map(Box::new).map(Request::DomainRestoreReport),
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
        Some(end) => xml
            .open_with("rgp:rgpStatus", &[("s", state.name()), ("lang", "en")])
            .text("until ")
            .display(end)
            .close(),
        None => xml.empty("rgp:rgpStatus", &[("s", state.name())]),
    };
}

fn report(restore: Element<'_, '_>, update: Update) -> Result<RestoreReport, Refusals> {
    let mut content = Content::beside(&["op"], restore, RGP)?;
    let report = content.required("report")?;
    content.end()?;

    let mut content = Content::of(report, RGP)?;
    for name in ["preData", "postData"] {
        // Registration data before and after, of any form: the journal keeps it.
        content.required(name)?;
    }
    let deleted_at = text(content.required("delTime")?);
    let restored_at = text(content.required("resTime")?);
    let reason = text(content.required("resReason")?);
    let first = text(content.required("statement")?);
    let second = text(content.required("statement")?);
    content.optional("other")?;
    content.end()?;

    let mut findings = Findings::new();
    let at = |findings: &mut Findings, text: &str| findings.take(Field::RestoreReport, Instant::parse(text));
    let line = |findings: &mut Findings, text: &str| {
        findings.take(Field::RestoreReport, Line::parse(text, LONGEST_STATEMENT))
    };
    let times = at(&mut findings, &deleted_at).zip(at(&mut findings, &restored_at));
    let reason = line(&mut findings, &reason);
    let statements = line(&mut findings, &first).zip(line(&mut findings, &second));
    findings.end()?;
    match (times, reason, statements) {
        (Some((deleted_at, restored_at)), Some(reason), Some((first, second))) => Ok(RestoreReport {
            name: update.name,
            deleted_at,
            restored_at,
            reason,
            statements: [first, second],
        }),
        _ => Err(Refusal::new(Outcome::TextMissing).at(Field::RestoreReport).into()),
    }
}

/// Statements may hold markup of their own (mixed content); what counts is that something is stated.
fn text(element: Element<'_, '_>) -> String {
    element.token().map_or_else(|_| element.source().to_owned(), std::borrow::Cow::into_owned)
}

/// Statements are free text; this bounds what is kept of them.
const LONGEST_STATEMENT: usize = 4096;
