//! The children of an element in any order, as clients send them.

use std::borrow::Cow;

use engine::{Field, Outcome, Refusal, Refusals};
use wire::xml::Element;

use crate::syntax::{disorder, unexpected};

/// The children of an element that are not taken yet.
pub(super) struct Fields<'doc, 'input> {
    parent: Element<'doc, 'input>,
    left: Vec<Element<'doc, 'input>>,
}

impl<'doc, 'input> Fields<'doc, 'input> {
    /// All children.
    pub(super) fn of(parent: Element<'doc, 'input>) -> Self {
        Self { parent, left: parent.children().collect() }
    }

    /// The first of a name.
    pub(super) fn take(&mut self, name: &str) -> Option<Element<'doc, 'input>> {
        let at = self.left.iter().position(|child| child.name() == name)?;
        Some(self.left.remove(at))
    }

    /// All of a name.
    pub(super) fn all(&mut self, name: &str) -> Vec<Element<'doc, 'input>> {
        let (taken, left) = self.left.iter().copied().partition(|child| child.name() == name);
        self.left = left;
        taken
    }

    /// The first of a name, which has to be there.
    ///
    /// # Errors
    /// `element_missing`.
    pub(super) fn required(&mut self, name: &'static str) -> Result<Element<'doc, 'input>, Refusals> {
        let place = self.parent.place();
        let missing = || {
            Refusal::new(Outcome::ElementMissing)
                .value(name)
                .fact("element", name)
                .fact("parent", self.parent.name())
                .fact("line", place.line)
                .fact("column", place.column)
        };
        let at = self.left.iter().position(|child| child.name() == name).ok_or_else(missing)?;
        Ok(self.left.remove(at))
    }

    /// Makes sure that nothing is left.
    ///
    /// # Errors
    /// `element_unexpected`.
    pub(super) fn end(self) -> Result<(), Refusals> {
        match self.left.first() {
            None => Ok(()),
            Some(stray) => Err(unexpected(*stray, "another field, or the end").into()),
        }
    }
}

/// The text of an element, whatever its attributes.
///
/// # Errors
/// `element_unexpected`.
pub(super) fn text<'doc>(element: Element<'doc, '_>) -> Result<Cow<'doc, str>, Refusals> {
    Ok(element.token().map_err(disorder)?)
}

/// The name of a domain, which has to be there and to say something.
///
/// # Errors
/// `domain_name_missing`.
pub(super) fn domain_name<'doc>(element: Option<Element<'doc, '_>>) -> Result<Cow<'doc, str>, Refusals> {
    let name = element.map(text).transpose()?.filter(|name| !name.is_empty());
    name.ok_or_else(|| Refusal::new(Outcome::DomainNameMissing).at(Field::DomainName).into())
}
