//! Reading children in the order of an `xs:sequence`.

use super::disorder::{Disorder, Expected, Wanted};
use super::element::Element;
use super::space;
use super::tree::Siblings;

/// A cursor over the content of an element. Each call takes what the schema has next; nothing is
/// skipped but comments and white space, and [`Sequence::end`] makes sure that nothing is left.
pub struct Sequence<'doc, 'input> {
    parent: Element<'doc, 'input>,
    rest: Siblings,
    /// What has been looked for in vain since the last element was taken: what a message may say was expected.
    passed_over: Vec<Expected>,
}

type Outcome<'doc, 'input, T> = Result<T, Disorder<'doc, 'input>>;

impl<'doc, 'input> Sequence<'doc, 'input> {
    pub(super) fn new(parent: Element<'doc, 'input>) -> Self {
        Sequence { parent, rest: parent.document().tree().inside(parent.index()), passed_over: Vec::new() }
    }

    /// The next element, which must be this one.
    ///
    /// # Errors
    ///
    /// [`Disorder::Missing`] if there is none in the rest of the parent, [`Disorder::Unexpected`]
    /// if another one stands before it, [`Disorder::UnexpectedText`].
    pub fn required(
        &mut self,
        namespace: &'static str,
        name: &'static str,
    ) -> Outcome<'doc, 'input, Element<'doc, 'input>> {
        self.required_of(&[Expected::Element { namespace, name }])
    }

    /// The next element, if it is this one.
    ///
    /// # Errors
    ///
    /// [`Disorder::UnexpectedText`].
    pub fn optional(
        &mut self,
        namespace: &'static str,
        name: &'static str,
    ) -> Outcome<'doc, 'input, Option<Element<'doc, 'input>>> {
        self.optional_of(&[Expected::Element { namespace, name }])
    }

    /// The next elements as long as they are this one; there may be none.
    ///
    /// # Errors
    ///
    /// [`Disorder::TooMany`] if there are more than `max`, [`Disorder::UnexpectedText`].
    pub fn many(
        &mut self,
        namespace: &'static str,
        name: &'static str,
        max: usize,
    ) -> Outcome<'doc, 'input, Vec<Element<'doc, 'input>>> {
        self.many_of(&[Expected::Element { namespace, name }], max)
    }

    /// As [`Sequence::many`], but there must be one at least.
    ///
    /// # Errors
    ///
    /// As [`Sequence::required`] and [`Sequence::many`].
    pub fn some(
        &mut self,
        namespace: &'static str,
        name: &'static str,
        max: usize,
    ) -> Outcome<'doc, 'input, Vec<Element<'doc, 'input>>> {
        self.some_of(&[Expected::Element { namespace, name }], max)
    }

    /// The next element, which must be one of these (`xs:choice`). Tell which by its name.
    ///
    /// # Errors
    ///
    /// As [`Sequence::required`].
    pub fn choice(
        &mut self,
        namespace: &'static str,
        names: &[&'static str],
    ) -> Outcome<'doc, 'input, Element<'doc, 'input>> {
        self.required_of(&alternatives(namespace, names))
    }

    /// The next element, if it is one of these.
    ///
    /// # Errors
    ///
    /// [`Disorder::UnexpectedText`].
    pub fn optional_choice(
        &mut self,
        namespace: &'static str,
        names: &[&'static str],
    ) -> Outcome<'doc, 'input, Option<Element<'doc, 'input>>> {
        self.optional_of(&alternatives(namespace, names))
    }

    /// The next element, which must be of any namespace but this one (`xs:any`, `##other`).
    ///
    /// # Errors
    ///
    /// As [`Sequence::required`].
    pub fn any_other(&mut self, than: &'static str) -> Outcome<'doc, 'input, Element<'doc, 'input>> {
        self.required_of(&[Expected::Other { than }])
    }

    /// One to `max` elements of any namespaces but this one.
    ///
    /// # Errors
    ///
    /// As [`Sequence::some`].
    pub fn some_other(
        &mut self,
        than: &'static str,
        max: usize,
    ) -> Outcome<'doc, 'input, Vec<Element<'doc, 'input>>> {
        self.some_of(&[Expected::Other { than }], max)
    }

    /// The next element, whatever it is, without taking it.
    ///
    /// # Errors
    ///
    /// [`Disorder::UnexpectedText`] if text that is not white space stands before it.
    pub fn peek(&mut self) -> Outcome<'doc, 'input, Option<Element<'doc, 'input>>> {
        while let Some(node) = self.rest.peek() {
            if !self.parent.node_at(node).is_text() {
                return Ok(Some(self.parent.wrap(node)));
            }
            if !space::is_blank(&self.parent.text_of(node)) {
                return Err(Disorder::UnexpectedText { parent: self.parent });
            }
            self.pass();
        }
        Ok(None)
    }

    /// Makes sure that nothing is left.
    ///
    /// # Errors
    ///
    /// [`Disorder::Unexpected`] or [`Disorder::UnexpectedText`].
    pub fn end(mut self) -> Outcome<'doc, 'input, ()> {
        match self.peek()? {
            None => Ok(()),
            Some(element) => Err(self.unexpected(element)),
        }
    }

    /// The next element, which must meet one of these expectations.
    ///
    /// # Errors
    ///
    /// As [`Sequence::required`].
    pub fn required_of(&mut self, expected: &[Expected]) -> Outcome<'doc, 'input, Element<'doc, 'input>> {
        match self.optional_of(expected)? {
            Some(element) => Ok(element),
            None => Err(self.absent(expected)),
        }
    }

    /// The next element, if it meets one of these expectations.
    ///
    /// # Errors
    ///
    /// [`Disorder::UnexpectedText`].
    pub fn optional_of(
        &mut self,
        expected: &[Expected],
    ) -> Outcome<'doc, 'input, Option<Element<'doc, 'input>>> {
        let found = self.peek()?.filter(|element| expected.iter().any(|it| it.is_met_by(element)));
        match found {
            Some(_) => self.take(),
            None => self.passed_over.extend_from_slice(expected),
        }
        Ok(found)
    }

    /// The next elements as long as they meet one of these expectations; there may be none.
    ///
    /// # Errors
    ///
    /// As [`Sequence::many`].
    pub fn many_of(
        &mut self,
        expected: &[Expected],
        max: usize,
    ) -> Outcome<'doc, 'input, Vec<Element<'doc, 'input>>> {
        let mut taken = Vec::with_capacity(max.min(USUAL));
        while let Some(element) = self.optional_of(expected)? {
            if taken.len() == max {
                return Err(Disorder::TooMany { element, max });
            }
            taken.push(element);
        }
        Ok(taken)
    }

    /// As [`Sequence::many_of`], but there must be one at least.
    ///
    /// # Errors
    ///
    /// As [`Sequence::some`].
    pub fn some_of(
        &mut self,
        expected: &[Expected],
        max: usize,
    ) -> Outcome<'doc, 'input, Vec<Element<'doc, 'input>>> {
        let taken = self.many_of(expected, max)?;
        if taken.is_empty() { Err(self.absent(expected)) } else { Ok(taken) }
    }

    fn take(&mut self) {
        self.pass();
        self.passed_over.clear();
    }

    fn pass(&mut self) {
        self.rest.pass(self.parent.document().tree());
    }

    /// The fault when what was needed does not stand here: out of order if it comes later, missing
    /// if it does not come at all.
    #[cold]
    fn absent(&mut self, expected: &[Expected]) -> Disorder<'doc, 'input> {
        let found = match self.peek() {
            Ok(found) => found,
            Err(disorder) => return disorder,
        };
        match found.filter(|_| self.comes_later(expected)) {
            Some(element) => self.unexpected(element),
            None => Disorder::Missing { parent: self.parent, expected: expected.to_vec(), found },
        }
    }

    fn comes_later(&self, expected: &[Expected]) -> bool {
        let (mut rest, tree) = (self.rest, self.parent.document().tree());
        let nodes = std::iter::from_fn(|| rest.take(tree));
        let mut elements =
            nodes.filter(|node| !tree.node(*node).is_text()).map(|node| self.parent.wrap(node));
        elements.any(|element| expected.iter().any(|it| it.is_met_by(&element)))
    }

    #[cold]
    fn unexpected(&self, element: Element<'doc, 'input>) -> Disorder<'doc, 'input> {
        let wanted = Wanted::Elements(self.passed_over.clone());
        Disorder::Unexpected { element, parent: self.parent, wanted }
    }
}

/// As many as are nearly ever sent.
const USUAL: usize = 8;

fn alternatives(namespace: &'static str, names: &[&'static str]) -> Vec<Expected> {
    names.iter().map(|&name| Expected::Element { namespace, name }).collect()
}
