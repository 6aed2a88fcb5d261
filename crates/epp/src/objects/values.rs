//! Values of one request, read together: what is bad is noted, so that a client hears of all of it at once.

use engine::{Field, Findings, Outcome, Refusal, Refusals, model::Line};
use wire::xml::Element;

use crate::syntax::{Content, normalized, token};

/// Reads values, and notes those that are bad.
#[derive(Default)]
pub(crate) struct Values(Findings);

impl Values {
    /// Nothing noted yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Notes a refusal.
    pub(crate) fn add(&mut self, refusal: Refusal) {
        self.0.add(refusal);
    }

    /// Passes a value on, or notes that it is bad.
    pub(crate) fn take<T>(&mut self, field: Field, parsed: Result<T, Refusal>) -> Option<T> {
        self.0.take(field, parsed)
    }

    /// The value of an `xs:token` element without attributes; `None` once it is noted as bad.
    ///
    /// # Errors
    /// Faults against the schema.
    pub(crate) fn token<T>(
        &mut self,
        element: Element<'_, '_>,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusals> {
        let text = token(element, &[])?;
        Ok(self.take(field, parse(&text)))
    }

    /// As [`Values::token`], of the element that has to come next.
    ///
    /// # Errors
    /// Faults against the schema.
    pub(crate) fn required<T>(
        &mut self,
        content: &mut Content<'_, '_>,
        name: &'static str,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusals> {
        self.token(content.required(name)?, field, parse)
    }

    /// As [`Values::token`], of an element that may come next.
    ///
    /// # Errors
    /// Faults against the schema.
    pub(crate) fn optional<T>(
        &mut self,
        content: &mut Content<'_, '_>,
        name: &'static str,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusals> {
        match content.optional(name)? {
            Some(element) => self.token(element, field, parse),
            None => Ok(None),
        }
    }

    /// A line that must not be blank.
    ///
    /// # Errors
    /// Faults against the schema.
    pub(crate) fn line(&mut self, element: Element<'_, '_>, field: Field) -> Result<Option<Line>, Refusals> {
        let text = normalized(element, &[])?;
        Ok(self.take(field, Line::parse(&text, LONGEST_LINE)))
    }

    /// A line that counts as not sent when it is blank.
    ///
    /// # Errors
    /// Faults against the schema.
    pub(crate) fn blank_or_line(
        &mut self,
        element: Element<'_, '_>,
        field: Field,
    ) -> Result<Option<Line>, Refusals> {
        let text = normalized(element, &[])?;
        if text.trim().is_empty() {
            return Ok(None);
        }
        Ok(self.take(field, Line::parse(&text, LONGEST_LINE)))
    }

    /// The request, if all its values are good.
    ///
    /// # Errors
    /// What was noted.
    pub(crate) fn settle<T>(self, request: Option<T>) -> Result<T, Refusals> {
        match request {
            Some(request) => self.0.finish(request),
            // A value is missing only where a refusal was noted; anything else would be a bug of ours.
            None => Err(self.0.end().err().unwrap_or_else(|| Refusal::new(Outcome::InternalFault).into())),
        }
    }
}

/// Characters of a name, organisation or address line (`postalLineType`).
const LONGEST_LINE: usize = 255;
