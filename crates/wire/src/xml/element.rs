//! One element of a document.

use std::borrow::Cow;
use std::fmt;

use super::disorder::{Disorder, Wanted};
use super::document::Document;
use super::place::Place;
use super::raw::RawXml;
use super::reference::resolve;
use super::sequence::Sequence;
use super::space;
use super::tree::{Attribute, Node};

/// An element: a name, attributes, and content. Cheap to copy.
///
/// `'doc` is the borrow of the [`Document`], `'input` that of the bytes it was read from.
#[derive(Clone, Copy)]
pub struct Element<'doc, 'input> {
    /// Its place among the nodes of the tree.
    node: u32,
    document: &'doc Document<'input>,
}

impl<'doc, 'input> Element<'doc, 'input> {
    pub(super) fn new(node: u32, document: &'doc Document<'input>) -> Self {
        Element { node, document }
    }

    /// Whether this is the element `name` of `namespace`.
    pub fn is(&self, namespace: &str, name: &str) -> bool {
        self.name() == name && self.namespace() == Some(namespace)
    }

    /// The namespace name; `None` if the element is in no namespace.
    pub fn namespace(&self) -> Option<&'doc str> {
        self.node().namespace.map(|declared| self.document.tree().namespaces.name(declared))
    }

    /// The local name, without prefix.
    pub fn name(&self) -> &'input str {
        self.node().name
    }

    /// The value of an attribute that is in no namespace, normalised as XML 1.0 section 3.3.3 says.
    pub fn attribute(&self, name: &str) -> Option<&'doc str> {
        let mut attributes = self.attributes().iter();
        attributes.find(|it| it.name == name && it.namespace.is_none()).map(|it| &*it.value)
    }

    /// The value of an attribute of a namespace, such as `xsi:type`.
    pub fn attribute_of(&self, namespace: &str, name: &str) -> Option<&'doc str> {
        let mut attributes = self.attributes().iter();
        attributes.find(|it| it.name == name && self.namespace_of(it) == Some(namespace)).map(|it| &*it.value)
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
        let stranger = self.attributes().iter().find(|it| match self.namespace_of(it) {
            None => !names.contains(&it.name),
            Some(namespace) => namespace != SCHEMA_INSTANCE,
        });
        match stranger {
            None => Ok(()),
            Some(it) => Err(Disorder::UnexpectedAttribute { element: *self, name: it.name }),
        }
    }

    /// The text of an element that holds text alone: references resolved, comments left out, white
    /// space kept.
    ///
    /// # Errors
    ///
    /// [`Disorder::Unexpected`] if there is an element inside.
    pub fn text(&self) -> Result<Cow<'doc, str>, Disorder<'doc, 'input>> {
        let mut inside = self.document.tree().inside(self.node);
        let Some(first) = inside.take(self.document.tree()) else { return Ok(Cow::Borrowed("")) };
        // Nearly all that is read is one run of text.
        if inside.peek().is_none() && self.node_at(first).is_text() {
            return Ok(self.text_of(first));
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
        let parent = *self;
        self.nodes().filter(move |node| !parent.node_at(*node).is_text()).map(move |node| parent.wrap(node))
    }

    /// A cursor that reads the content in the order of an `xs:sequence`.
    pub fn sequence(&self) -> Sequence<'doc, 'input> {
        Sequence::new(*self)
    }

    /// Where the start tag begins. Walks the document: for messages only.
    pub fn place(&self) -> Place {
        self.document.place(self.node().span.start as usize)
    }

    /// The element as it came, tags included. It may use prefixes declared outside of it:
    /// [`Element::to_raw`] makes it stand on its own.
    pub fn source(&self) -> &'input str {
        &self.document.source()[self.node().span.range()]
    }

    /// A copy of the element that can be written into another document.
    pub fn to_raw(&self) -> RawXml {
        RawXml::of(self)
    }

    pub(super) fn document(&self) -> &'doc Document<'input> {
        self.document
    }

    /// Its place among the nodes of the tree.
    pub(super) fn index(&self) -> u32 {
        self.node
    }

    pub(super) fn node(&self) -> &'doc Node<'input> {
        self.node_at(self.node)
    }

    pub(super) fn node_at(&self, node: u32) -> &'doc Node<'input> {
        self.document.tree().node(node)
    }

    /// The element that a node of the same document is.
    pub(super) fn wrap(&self, node: u32) -> Element<'doc, 'input> {
        Element { node, document: self.document }
    }

    fn unexpected(&self, element: Element<'doc, 'input>, wanted: Wanted) -> Disorder<'doc, 'input> {
        Disorder::Unexpected { element, parent: *self, wanted }
    }

    /// The nodes directly inside, in order.
    fn nodes(&self) -> impl Iterator<Item = u32> + use<'doc, 'input> {
        let tree = self.document.tree();
        let mut inside = tree.inside(self.node);
        std::iter::from_fn(move || inside.take(tree))
    }

    fn attributes(&self) -> &'doc [Attribute<'input>] {
        self.document.tree().attributes_of(self.node)
    }

    fn namespace_of(&self, attribute: &Attribute<'input>) -> Option<&'doc str> {
        attribute.namespace.map(|declared| self.document.tree().namespaces.name(declared))
    }

    /// The text of a node that is text.
    pub(super) fn text_of(&self, node: u32) -> Cow<'doc, str> {
        resolve(&self.document.source()[self.node_at(node).span.range()])
    }

    /// Comments part the text into several nodes.
    fn own_text(&self) -> Cow<'doc, str> {
        let texts: Vec<_> = self.nodes().map(|node| self.text_of(node)).collect();
        Cow::Owned(texts.concat())
    }
}

impl PartialEq for Element<'_, '_> {
    /// Whether both are the same element of the same document.
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node && std::ptr::eq(self.document, other.document)
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

const SCHEMA_INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";
