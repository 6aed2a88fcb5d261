//! One element of a document.

use std::borrow::Cow;
use std::fmt;

use roxmltree::Node;

use super::disorder::{Disorder, Wanted};
use super::document::Document;
use super::place::Place;
use super::raw::RawXml;
use super::reference::resolve;
use super::sequence::Sequence;
use super::space;

/// An element: a name, attributes, and content. Cheap to copy.
///
/// `'doc` is the borrow of the [`Document`], `'input` that of the bytes it was read from.
#[derive(Clone, Copy)]
pub struct Element<'doc, 'input> {
    node: Node<'doc, 'input>,
    document: &'doc Document<'input>,
}

impl<'doc, 'input> Element<'doc, 'input> {
    pub(super) fn new(node: Node<'doc, 'input>, document: &'doc Document<'input>) -> Self {
        Element { node, document }
    }

    /// Whether this is the element `name` of `namespace`.
    pub fn is(&self, namespace: &str, name: &str) -> bool {
        self.name() == name && self.namespace() == Some(namespace)
    }

    /// The namespace name; `None` if the element is in no namespace.
    pub fn namespace(&self) -> Option<&'doc str> {
        // An element under xmlns="" has an empty name in the tree.
        self.node.tag_name().namespace().filter(|name| !name.is_empty())
    }

    /// The local name, without prefix.
    pub fn name(&self) -> &'input str {
        self.node.tag_name().name()
    }

    /// The value of an attribute that is in no namespace, normalised as XML 1.0 section 3.3.3 says.
    pub fn attribute(&self, name: &str) -> Option<&'doc str> {
        let mut attributes = self.node.attributes();
        attributes.find(|it| it.name() == name && it.namespace().is_none()).map(|it| it.value())
    }

    /// The value of an attribute of a namespace, such as `xsi:type`.
    pub fn attribute_of(&self, namespace: &str, name: &str) -> Option<&'doc str> {
        let mut attributes = self.node.attributes();
        attributes.find(|it| it.name() == name && it.namespace() == Some(namespace)).map(|it| it.value())
    }

    /// The value of an attribute that must be there.
    ///
    /// # Errors
    ///
    /// [`Disorder::MissingAttribute`].
    pub fn required_attribute(&self, name: &'static str) -> Result<&'doc str, Disorder<'doc, 'input>> {
        self.attribute(name).ok_or(Disorder::MissingAttribute { element: *self, name })
    }

    /// Makes sure that there are no attributes but these. Those of the namespace
    /// `http://www.w3.org/2001/XMLSchema-instance` may stand anywhere.
    ///
    /// # Errors
    ///
    /// [`Disorder::UnexpectedAttribute`].
    pub fn attributes_among(&self, names: &[&str]) -> Result<(), Disorder<'doc, 'input>> {
        let stranger = self.node.attributes().find(|it| match it.namespace() {
            None => !names.contains(&it.name()),
            Some(namespace) => namespace != SCHEMA_INSTANCE,
        });
        match stranger {
            None => Ok(()),
            Some(it) => Err(Disorder::UnexpectedAttribute { element: *self, name: it.name() }),
        }
    }

    /// The text of an element that holds text alone: references resolved, comments left out, white
    /// space kept.
    ///
    /// # Errors
    ///
    /// [`Disorder::Unexpected`] if there is an element inside.
    pub fn text(&self) -> Result<Cow<'doc, str>, Disorder<'doc, 'input>> {
        let first = self.node.first_child();
        // Nearly all that is read is one run of text.
        if let Some(only) = first.filter(|node| node.is_text() && node.next_sibling().is_none()) {
            return Ok(text_of(only));
        }
        match self.children().next() {
            None => Ok(self.own_text()),
            Some(child) => Err(self.unexpected(child, Wanted::Text)),
        }
    }

    /// The text as an `xs:token`: no white space at the ends, single blanks inside.
    ///
    /// # Errors
    ///
    /// As [`Element::text`].
    pub fn token(&self) -> Result<Cow<'doc, str>, Disorder<'doc, 'input>> {
        self.text().map(space::collapse)
    }

    /// The text as an `xs:normalizedString`: each white space character is a blank.
    ///
    /// # Errors
    ///
    /// As [`Element::text`].
    pub fn normalized(&self) -> Result<Cow<'doc, str>, Disorder<'doc, 'input>> {
        self.text().map(space::replace)
    }

    /// Makes sure that the element holds nothing but white space and comments.
    ///
    /// # Errors
    ///
    /// [`Disorder::Unexpected`] or [`Disorder::UnexpectedText`].
    pub fn empty(&self) -> Result<(), Disorder<'doc, 'input>> {
        if let Some(child) = self.children().next() {
            return Err(self.unexpected(child, Wanted::Nothing));
        }
        self.sequence().end()
    }

    /// The elements directly inside, in order; text between them is passed over.
    pub fn children(&self) -> impl Iterator<Item = Element<'doc, 'input>> + use<'doc, 'input> {
        let document = self.document;
        self.node.children().filter(Node::is_element).map(move |node| Element { node, document })
    }

    /// A cursor that reads the content in the order of an `xs:sequence`.
    pub fn sequence(&self) -> Sequence<'doc, 'input> {
        Sequence::new(*self)
    }

    /// Where the start tag begins. Walks the document: for messages only.
    pub fn place(&self) -> Place {
        self.document.place(self.node.range().start)
    }

    /// The element as it came, tags included. It may use prefixes declared outside of it:
    /// [`Element::to_raw`] makes it stand on its own.
    pub fn source(&self) -> &'input str {
        &self.node.document().input_text()[self.node.range()]
    }

    /// A copy of the element that can be written into another document.
    pub fn to_raw(&self) -> RawXml {
        RawXml::of(self)
    }

    pub(super) fn node(&self) -> Node<'doc, 'input> {
        self.node
    }

    pub(super) fn wrap(&self, node: Node<'doc, 'input>) -> Element<'doc, 'input> {
        Element { node, document: self.document }
    }

    fn unexpected(&self, element: Element<'doc, 'input>, wanted: Wanted) -> Disorder<'doc, 'input> {
        Disorder::Unexpected { element, parent: *self, wanted }
    }

    /// Comments part the text into several nodes.
    fn own_text(&self) -> Cow<'doc, str> {
        let mut texts = self.node.children().filter(Node::is_text).map(text_of);
        let Some(first) = texts.next() else { return Cow::Borrowed("") };
        let Some(second) = texts.next() else { return first };
        let mut joined = first.into_owned();
        joined.push_str(&second);
        texts.for_each(|text| joined.push_str(&text));
        Cow::Owned(joined)
    }
}

impl PartialEq for Element<'_, '_> {
    /// Whether both are the same element of the same document.
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node
    }
}

impl Eq for Element<'_, '_> {}

/// Shows name and place alone: the content may be a password.
impl fmt::Debug for Element<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { line, column } = self.place();
        write!(f, "<{{{}}}{}> at {line}:{column}", self.namespace().unwrap_or(""), self.name())
    }
}

/// The text of a text node. A carriage return in it may be a reference to one, or a line end that
/// the tree builder overlooked (it does so next to a reference); the source decides.
fn text_of<'doc>(node: Node<'doc, '_>) -> Cow<'doc, str> {
    let text = node.text().unwrap_or("");
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(resolve(source_of_text(node)).into_owned())
}

/// The source of a text node, up to the next sibling or the parent's end tag.
fn source_of_text<'input>(node: Node<'_, 'input>) -> &'input str {
    let input = node.document().input_text();
    let start = node.range().start;
    let end = match (node.next_sibling(), node.parent()) {
        (Some(next), _) => next.range().start,
        (None, Some(parent)) => input[..parent.range().end].rfind("</").unwrap_or(start),
        (None, None) => input.len(),
    };
    &input[start..end.max(start)]
}

const SCHEMA_INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";
