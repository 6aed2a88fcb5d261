//! Reading elements in the order of a schema, with faults as refusals.

use std::borrow::Cow;

use engine::Refusals;
use wire::xml::{Element, Expected, Sequence};

use super::disorder;

/// The content of an element, all of whose children are of one namespace.
pub(crate) struct Content<'doc, 'input> {
    namespace: &'static str,
    sequence: Sequence<'doc, 'input>,
}

type Found<T> = Result<T, Refusals>;

impl<'doc, 'input> Content<'doc, 'input> {
    /// The content of an element without attributes.
    ///
    /// # Errors
    /// `attribute_unexpected`.
    pub(crate) fn of(element: Element<'doc, 'input>, namespace: &'static str) -> Found<Self> {
        Self::beside(&[], element, namespace)
    }

    /// The content of an element that may have no other attributes than these.
    ///
    /// # Errors
    /// `attribute_unexpected`.
    pub(crate) fn beside(
        attributes: &[&str],
        element: Element<'doc, 'input>,
        namespace: &'static str,
    ) -> Found<Self> {
        element.attributes_among(attributes).map_err(disorder)?;
        Ok(Self { namespace, sequence: element.sequence() })
    }

    /// The next element, which must be this one.
    ///
    /// # Errors
    /// `element_missing`, `element_unexpected`, `text_unexpected`.
    pub(crate) fn required(&mut self, name: &'static str) -> Found<Element<'doc, 'input>> {
        Ok(self.sequence.required(self.namespace, name).map_err(disorder)?)
    }

    /// The next element, if it is this one.
    ///
    /// # Errors
    /// `text_unexpected`.
    pub(crate) fn optional(&mut self, name: &'static str) -> Found<Option<Element<'doc, 'input>>> {
        Ok(self.sequence.optional(self.namespace, name).map_err(disorder)?)
    }

    /// The next elements of this name, at most `max`.
    ///
    /// # Errors
    /// `element_repeated`, `text_unexpected`.
    pub(crate) fn many(&mut self, name: &'static str, max: usize) -> Found<Vec<Element<'doc, 'input>>> {
        Ok(self.sequence.many(self.namespace, name, max).map_err(disorder)?)
    }

    /// As [`Content::many`], one at least.
    ///
    /// # Errors
    /// As [`Content::required`] and [`Content::many`].
    pub(crate) fn some(&mut self, name: &'static str, max: usize) -> Found<Vec<Element<'doc, 'input>>> {
        Ok(self.sequence.some(self.namespace, name, max).map_err(disorder)?)
    }

    /// The next element, which must be one of these.
    ///
    /// # Errors
    /// As [`Content::required`].
    pub(crate) fn choice(&mut self, names: &[&'static str]) -> Found<Element<'doc, 'input>> {
        Ok(self.sequence.choice(self.namespace, names).map_err(disorder)?)
    }

    /// One to `max` elements, each of one of these names.
    ///
    /// # Errors
    /// As [`Content::some`].
    pub(crate) fn some_of(
        &mut self,
        names: &[&'static str],
        max: usize,
    ) -> Found<Vec<Element<'doc, 'input>>> {
        let named = |&name| Expected::Element { namespace: self.namespace, name };
        let expected: Vec<_> = names.iter().map(named).collect();
        Ok(self.sequence.some_of(&expected, max).map_err(disorder)?)
    }

    /// The next element, which must be of another namespace.
    ///
    /// # Errors
    /// As [`Content::required`].
    pub(crate) fn foreign(&mut self) -> Found<Element<'doc, 'input>> {
        Ok(self.sequence.any_other(self.namespace).map_err(disorder)?)
    }

    /// Makes sure that nothing is left.
    ///
    /// # Errors
    /// `element_unexpected`, `text_unexpected`.
    pub(crate) fn end(self) -> Found<()> {
        Ok(self.sequence.end().map_err(disorder)?)
    }
}

/// The text of a leaf as an `xs:token`; it may have no other attributes than these.
///
/// # Errors
/// `attribute_unexpected`, `element_unexpected`.
pub(crate) fn token<'doc>(element: Element<'doc, '_>, attributes: &[&str]) -> Found<Cow<'doc, str>> {
    element.attributes_among(attributes).map_err(disorder)?;
    Ok(element.token().map_err(disorder)?)
}

/// The text of a leaf as an `xs:normalizedString`; it may have no other attributes than these.
///
/// # Errors
/// `attribute_unexpected`, `element_unexpected`.
pub(crate) fn normalized<'doc>(element: Element<'doc, '_>, attributes: &[&str]) -> Found<Cow<'doc, str>> {
    element.attributes_among(attributes).map_err(disorder)?;
    Ok(element.normalized().map_err(disorder)?)
}
