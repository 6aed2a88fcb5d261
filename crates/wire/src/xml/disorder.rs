//! Well-formed XML that is not what a schema prescribes.

use std::fmt;

use super::element::Element;
use super::quoted::Quoted;

/// What stands in a document against the schema. `Display` is one sentence that names the element,
/// its place, and what was expected there. No text of the document is shown: it may be a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Disorder<'doc, 'input> {
    /// An element that must be there is not there, nor further on in the same parent.
    Missing {
        /// Where it should have been.
        parent: Element<'doc, 'input>,
        /// The alternatives, one of which was needed.
        expected: Vec<Expected>,
        /// What stands in its place, if anything does.
        found: Option<Element<'doc, 'input>>,
    },
    /// An element stands where it may not: unknown, out of order, or once too often.
    Unexpected {
        /// The element.
        element: Element<'doc, 'input>,
        /// The element that holds it.
        parent: Element<'doc, 'input>,
        /// What could have stood there.
        wanted: Wanted,
    },
    /// Text stands where only elements may.
    UnexpectedText {
        /// The element that holds the text.
        parent: Element<'doc, 'input>,
    },
    /// More elements of one name than allowed.
    TooMany {
        /// The first one too many.
        element: Element<'doc, 'input>,
        /// How many are allowed.
        max: usize,
    },
    /// An attribute that must be there is not there.
    MissingAttribute {
        /// The element without it.
        element: Element<'doc, 'input>,
        /// The name of the attribute.
        name: &'static str,
    },
    /// An attribute stands where it may not.
    UnexpectedAttribute {
        /// The element that carries it.
        element: Element<'doc, 'input>,
        /// The local name of the attribute.
        name: &'input str,
    },
}

/// What could have stood where something else did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// One of these elements; if there are none, the end of the parent.
    Elements(Vec<Expected>),
    /// Text without elements.
    Text,
    /// Nothing at all.
    Nothing,
}

/// An element that a schema allows at some point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// An element by its name.
    Element {
        /// Its namespace name.
        namespace: &'static str,
        /// Its local name.
        name: &'static str,
    },
    /// Any element of any namespace but this one (`##other` in a schema).
    Other {
        /// The excluded namespace name.
        than: &'static str,
    },
}

impl Expected {
    /// Whether this is such an element.
    pub fn is_met_by(self, element: &Element<'_, '_>) -> bool {
        match self {
            Expected::Element { namespace, name } => element.is(namespace, name),
            Expected::Other { than } => element.namespace().is_some_and(|namespace| namespace != than),
        }
    }
}

impl<'doc, 'input> Disorder<'doc, 'input> {
    /// The element to show to whoever sent the document: the offending one, or the one that lacks
    /// something.
    pub fn element(&self) -> Element<'doc, 'input> {
        match self {
            Disorder::Missing { parent, .. } | Disorder::UnexpectedText { parent } => *parent,
            Disorder::Unexpected { element, .. }
            | Disorder::TooMany { element, .. }
            | Disorder::MissingAttribute { element, .. }
            | Disorder::UnexpectedAttribute { element, .. } => *element,
        }
    }
}

impl fmt::Display for Disorder<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let element = self.element();
        write!(f, "{}: ", element.place())?;
        let name = Quoted(element.name());
        match self {
            Disorder::Missing { expected, found, .. } => {
                write!(f, "in {name} {} is missing", AnyOf(expected, *found))?;
                found.map_or(Ok(()), |found| write!(f, ", {} stands in its place", Shown(found, expected)))
            }
            Disorder::Unexpected { parent, wanted: Wanted::Elements(expected), .. } => {
                write!(f, "{} may not stand here in {}", Shown(element, expected), Quoted(parent.name()))?;
                write!(f, ", expected {}", AnyOf(expected, Some(element)))
            }
            Disorder::Unexpected { parent, wanted, .. } => {
                write!(f, "{name} may not stand in {}, expected {wanted}", Quoted(parent.name()))
            }
            Disorder::UnexpectedText { .. } => write!(f, "{name} holds text, which it may not"),
            Disorder::TooMany { max, .. } => write!(f, "{name} stands more than {max} times"),
            Disorder::MissingAttribute { name: attribute, .. } => {
                write!(f, "{name} lacks the attribute {}", Quoted(attribute))
            }
            Disorder::UnexpectedAttribute { name: attribute, .. } => {
                write!(f, "{name} may not have the attribute {}", Quoted(attribute))
            }
        }
    }
}

impl std::error::Error for Disorder<'_, '_> {}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wanted::Elements(expected) => AnyOf(expected, None).fmt(f),
            Wanted::Text => f.write_str("text alone"),
            Wanted::Nothing => f.write_str("nothing"),
        }
    }
}

/// A list of alternatives, with their namespaces if what was found differs only in that.
struct AnyOf<'a, 'doc, 'input>(&'a [Expected], Option<Element<'doc, 'input>>);

impl fmt::Display for AnyOf<'_, '_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let AnyOf(expected, found) = self;
        if expected.is_empty() {
            return f.write_str("nothing more");
        }
        for (index, it) in expected.iter().enumerate() {
            f.write_str(if index == 0 { "" } else { " or " })?;
            match it {
                Expected::Element { namespace, name } if found.is_some_and(|it| it.name() == *name) => {
                    write!(f, "{} of namespace {}", Quoted(name), Quoted(namespace))?;
                }
                Expected::Element { name, .. } => write!(f, "{}", Quoted(name))?,
                Expected::Other { than } => write!(f, "an element outside namespace {}", Quoted(than))?,
            }
        }
        Ok(())
    }
}

/// An element that was found, with its namespace if that is where it differs.
struct Shown<'a, 'doc, 'input>(Element<'doc, 'input>, &'a [Expected]);

impl Shown<'_, '_, '_> {
    fn differs_by_namespace(&self) -> bool {
        self.1.iter().any(|it| match it {
            Expected::Element { name, .. } => *name == self.0.name(),
            Expected::Other { .. } => true,
        })
    }
}

impl fmt::Display for Shown<'_, '_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Quoted(self.0.name()))?;
        match self.0.namespace() {
            _ if !self.differs_by_namespace() => Ok(()),
            Some(namespace) => write!(f, " of namespace {}", Quoted(namespace)),
            None => f.write_str(" of no namespace"),
        }
    }
}
