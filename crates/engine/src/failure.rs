//! How an operation ends: [`Done`], refused, or at fault.

use std::fmt;

use outcomes::{Field, Outcome};

use crate::ports::{Port, Step};

/// A finished operation: what happened, by name, and what it answers.
#[derive(Clone, Debug)]
pub struct Done<T> {
    /// What happened. Protocols look their code up by it.
    pub outcome: Outcome,
    /// What the caller asked for.
    pub answer: T,
    /// Things that did not prevent success and that the caller should still hear of.
    pub warnings: Vec<Refusal>,
}

impl<T> Done<T> {
    /// A success without warnings.
    pub fn new(outcome: Outcome, answer: T) -> Self {
        Self { outcome, answer, warnings: Vec::new() }
    }

    /// The same end with some warnings, if there are any.
    #[must_use]
    pub fn warned(mut self, warnings: impl IntoIterator<Item = Refusal>) -> Self {
        self.warnings.extend(warnings);
        self
    }

    /// The same end with another answer.
    pub fn map<U>(self, answer: impl FnOnce(T) -> U) -> Done<U> {
        Done { outcome: self.outcome, answer: answer(self.answer), warnings: self.warnings }
    }
}

/// Why an operation did not do what was asked. In both cases nothing was changed.
#[derive(Clone, Debug)]
pub enum Failure {
    /// The rules say no. The client can read why and what to do about it.
    Refused(Refusals),
    /// Something of ours broke. The client learns only that; the log gets the rest.
    Fault(Fault),
}

impl Failure {
    /// Two values that do not depend on each other, so that a client hears at once what is wrong with either.
    ///
    /// # Errors
    /// The refusals of both, the first's first; of a fault nothing but the fault.
    pub fn both<A, B>(first: Result<A, Self>, second: Result<B, Self>) -> Result<(A, B), Self> {
        match (first, second) {
            (Ok(first), Ok(second)) => Ok((first, second)),
            (Err(Self::Refused(first)), Err(Self::Refused(second))) => Err(Self::Refused(first.and(second))),
            (Err(fault @ Self::Fault(_)), _) | (_, Err(fault @ Self::Fault(_))) => Err(fault),
            (Err(refused), Ok(_)) | (Ok(_), Err(refused)) => Err(refused),
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<Refusals> for Failure {
    fn from(refusals: Refusals) -> Self {
        Self::Refused(refusals)
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Outcome> for Failure {
    fn from(outcome: Outcome) -> Self {
        Refusal::new(outcome).into()
    }
}

/// One reason for a refusal: what, where, with which value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What happened, by name.
    pub outcome: Outcome,
    /// The part of the request that is to blame.
    pub field: Option<Field>,
    /// The offending value, as the client sent it.
    pub value: Option<String>,
    /// Further facts that the outcome's text names, such as a limit.
    pub facts: Vec<(&'static str, String)>,
}

impl Refusal {
    /// A refusal without further detail.
    pub fn new(outcome: Outcome) -> Self {
        Self { outcome, field: None, value: None, facts: Vec::new() }
    }

    /// Names the field to blame, unless a more precise place was named before.
    #[must_use]
    pub fn at(mut self, field: Field) -> Self {
        self.field.get_or_insert(field);
        self
    }

    /// Quotes the offending value; a very long one is cut, so that what a client sends cannot fill answers and logs.
    #[must_use]
    pub fn value(mut self, value: impl fmt::Display) -> Self {
        self.value = Some(clipped(value.to_string()));
        self
    }

    /// Adds a fact that the outcome's text names.
    #[must_use]
    pub fn fact(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.facts.push((name, clipped(value.to_string())));
        self
    }

    /// The reason as a sentence: the outcome's text with its placeholders filled.
    pub fn reason(&self) -> String {
        self.reason_as(self.outcome.text())
    }

    /// The reason in the words of a protocol.
    pub fn reason_as(&self, template: &'static str) -> String {
        outcomes::text::fill(template, |name| self.lookup(name))
    }

    fn lookup(&self, name: &str) -> Option<&str> {
        match name {
            "field" => self.field.map(Field::title),
            "value" => self.value.as_deref(),
            _ => self.facts.iter().find(|(fact, _)| *fact == name).map(|(_, value)| value.as_str()),
        }
    }
}

fn clipped(mut text: String) -> String {
    if text.len() <= LONGEST_QUOTE {
        return text;
    }
    if let Some((end, _)) = text.char_indices().nth(LONGEST_QUOTE) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// How many characters of a value are quoted: as long as a domain name can be.
const LONGEST_QUOTE: usize = 255;

/// One or more refusals of the same request, the one that decides the code first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusals {
    first: Refusal,
    rest: Vec<Refusal>,
}

impl Refusals {
    /// The refusal that decides the answer's code.
    pub fn first(&self) -> &Refusal {
        &self.first
    }

    /// All of them, the deciding one first.
    pub fn iter(&self) -> impl Iterator<Item = &Refusal> {
        std::iter::once(&self.first).chain(&self.rest)
    }

    /// These, and others after them.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.rest.push(others.first);
        self.rest.extend(others.rest);
        self
    }
}

impl From<Refusal> for Refusals {
    fn from(first: Refusal) -> Self {
        Self { first, rest: Vec::new() }
    }
}

/// Collects the refusals of a request that can be found together, so that a client hears all of them at once.
#[derive(Debug, Default)]
pub struct Findings(Vec<Refusal>);

impl Findings {
    /// An empty collection.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes one refusal.
    pub fn add(&mut self, refusal: Refusal) {
        self.0.push(refusal);
    }

    /// Passes a parsed value on, or notes why it could not be parsed and where it stood.
    pub fn take<T>(&mut self, field: Field, parsed: Result<T, Refusal>) -> Option<T> {
        parsed.map_err(|refusal| self.add(refusal.at(field))).ok()
    }

    /// Notes what was found in the parts of something that is told whole: at the field of the whole, with the part as the
    /// fact `item`.
    pub fn add_parts(&mut self, whole: Field, parts: Self) {
        let at_whole = |part: Refusal| {
            let item = part.field.map_or("data", Field::title);
            Refusal { field: Some(whole), ..part.fact("item", item) }
        };
        self.0.extend(parts.0.into_iter().map(at_whole));
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `value` if nothing was found; otherwise all that was found.
    ///
    /// # Errors
    /// The refusals noted so far, in the order in which they were noted.
    pub fn finish<T>(self, value: T) -> Result<T, Refusals> {
        let mut found = self.0.into_iter();
        match found.next() {
            None => Ok(value),
            Some(first) => Err(Refusals { first, rest: found.collect() }),
        }
    }

    /// Ends the collection.
    ///
    /// # Errors
    /// The refusals noted so far, if any.
    pub fn end(self) -> Result<(), Refusals> {
        self.finish(())
    }
}

/// A broken dependency or a bug. Its message is for the operator's log, never for a client.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{message}")]
pub struct Fault {
    /// What kind of trouble it is; it decides which outcome the client sees.
    pub kind: FaultKind,
    /// What broke, for the log.
    pub message: String,
    /// Where it was met, if that was at a port that is reached inside a transaction, and in which step.
    pub met: Option<(Port, Option<Step>)>,
}

/// The kinds of trouble that clients can tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A bug, or data that should not be there.
    Internal,
    /// A bug that nothing had foreseen: the work panicked, and was undone.
    Panicked,
    /// The store cannot take more for now (disk full, busy); nothing was changed.
    StoreBusy,
    /// The store stopped after an error that must not be retried; nothing more is accepted.
    StoreStopped,
    /// The commit was sent and its result is not known: the change is neither done nor undone.
    OutcomeUnknown,
    /// What stands behind a port cannot be reached or refuses to work; nothing was changed.
    Unavailable(Port),
    /// What stands behind a port was reached and said no; nothing was changed.
    Refused(Port),
    /// What stands behind a port did not answer in time; nothing was changed here.
    TimedOut(Port),
}

impl Fault {
    /// A bug, or data that should not be there.
    pub fn internal(message: impl fmt::Display) -> Self {
        Self::new(FaultKind::Internal, message)
    }

    /// Trouble of the given kind.
    pub fn new(kind: FaultKind, message: impl fmt::Display) -> Self {
        Self { kind, message: message.to_string(), met: None }
    }

    /// The same fault, met at a port in a step.
    #[must_use]
    pub fn met_at(self, port: Port, step: Option<Step>) -> Self {
        Self { met: Some((port, step)), ..self }
    }

    /// The outcome that the client is shown.
    pub fn outcome(&self) -> Outcome {
        if let Some((_, Some(step))) = self.met {
            return failed_step(step, self.kind);
        }
        match self.kind {
            FaultKind::Panicked => Outcome::InternalException,
            FaultKind::Internal => failed_inside(self.met.map(|(port, _)| port)),
            FaultKind::StoreBusy => Outcome::StoreFull,
            FaultKind::StoreStopped => Outcome::StoreStopped,
            FaultKind::OutcomeUnknown => Outcome::OutcomeUnknown,
            FaultKind::Unavailable(port) => unavailable(port),
            FaultKind::TimedOut(port) => timed_out(port),
            FaultKind::Refused(port) => refused(port),
        }
    }
}

const fn failed_inside(port: Option<Port>) -> Outcome {
    match port {
        Some(Port::Ledger) => Outcome::LedgerFailed,
        Some(Port::Protection) => Outcome::NetworkAnswerUnknown,
        Some(Port::CsrParser) => Outcome::CsrParserUnavailable,
        _ => Outcome::InternalFault,
    }
}

const fn failed_step(step: Step, kind: FaultKind) -> Outcome {
    match (step, kind) {
        (Step::Reversal, _) => Outcome::ReversalFailed,
        (_, FaultKind::Internal) => Outcome::LedgerFailed,
        (Step::Credit, _) => Outcome::CreditUnreadable,
        (Step::Balance, _) => Outcome::BalanceUnreadable,
    }
}

const fn refused(port: Port) -> Outcome {
    match port {
        Port::Protection => Outcome::ProtectionRefused,
        Port::Registry => Outcome::RegistryRefused,
        other => unavailable(other),
    }
}

const fn unavailable(port: Port) -> Outcome {
    match port {
        Port::Store => Outcome::StoreFull,
        Port::Registry => Outcome::RegistryUnavailable,
        Port::Ledger => Outcome::LedgerUnavailable,
        Port::Prices => Outcome::PricesUnavailable,
        Port::NameServers => Outcome::DnsNameServersUnavailable,
        // No request waits for a delivery, a primary or an authority: each is tried again.
        Port::Mail | Port::Primaries | Port::CertificateAuthority => Outcome::InternalFault,
        Port::CsrParser => Outcome::CsrParserUnavailable,
        Port::Invoices => Outcome::InvoicesUnavailable,
        Port::Protection => Outcome::ProtectionUnavailable,
    }
}

const fn timed_out(port: Port) -> Outcome {
    match port {
        Port::Registry => Outcome::RegistryTimedOut,
        other => unavailable(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused<T>(outcome: Outcome) -> Result<T, Failure> {
        Err(outcome.into())
    }

    #[test]
    fn the_refusals_of_both_are_told_and_a_fault_is_told_alone() {
        let outcomes = |failure: Failure| match failure {
            Failure::Refused(refusals) => refusals.iter().map(|refusal| refusal.outcome).collect(),
            Failure::Fault(_) => Vec::new(),
        };
        let (contact, host) = (Outcome::DomainContactUnknown, Outcome::DomainHostUnknown);
        assert_eq!(Failure::both::<_, ()>(Ok(1), refused(host)).map_err(outcomes), Err(vec![host]));
        assert_eq!(Failure::both::<(), _>(refused(contact), Ok(2)).map_err(outcomes), Err(vec![contact]));
        let both = Failure::both::<(), ()>(refused(contact), refused(host));
        assert_eq!(both.map_err(outcomes), Err(vec![contact, host]));
        let broken = || Err(Fault::internal("broken").into());
        for failed in
            [Failure::both::<(), ()>(refused(contact), broken()), Failure::both(broken(), refused(host))]
        {
            assert!(matches!(failed, Err(Failure::Fault(fault)) if fault.message == "broken"));
        }
        assert_eq!(Failure::both(Ok(1), Ok(2)).map_err(outcomes), Ok((1, 2)));
    }
}
