//! What was read: nodes in document order.

use std::borrow::Cow;
use std::ops::Range;

use super::scope::{Declared, Namespaces, Scope};

/// The nodes of a document. The first is the root element; what is in an element stands right behind it.
pub(super) struct Tree<'input> {
    pub(super) nodes: Vec<Node<'input>>,
    /// Those of all elements, in document order, without namespace declarations.
    pub(super) attributes: Vec<Attribute<'input>>,
    pub(super) namespaces: Namespaces<'input>,
}

/// An element, or a run of text with its references and CDATA sections. Comments are no nodes.
pub(super) struct Node<'input> {
    /// The local name; empty, which no element's is, if this is text.
    pub(super) name: &'input str,
    /// The namespace it is in.
    pub(super) namespace: Option<Declared>,
    /// The namespaces in scope.
    pub(super) scope: Scope,
    /// Its attributes in [`Tree::attributes`].
    pub(super) attributes: Span,
    /// Where it stands in the text of the document, tags included.
    pub(super) span: Span,
    /// The first node behind it and all that is in it.
    pub(super) after: u32,
}

/// An attribute that declares no namespace.
pub(super) struct Attribute<'input> {
    pub(super) prefix: &'input str,
    pub(super) name: &'input str,
    pub(super) namespace: Option<Declared>,
    /// Normalised as XML 1.0 section 3.3.3 says.
    pub(super) value: Cow<'input, str>,
    /// Where it begins in the text of the document.
    pub(super) at: usize,
}

/// A range that takes eight bytes. Whatever is counted here is no more than the bytes of a document, of which the
/// reader takes no more than fit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: u32,
    pub(super) end: u32,
}

/// Some nodes with one parent: the first of them, and what comes after the last.
#[derive(Clone, Copy)]
pub(super) struct Siblings {
    next: u32,
    end: u32,
}

impl Span {
    pub(super) fn new(range: Range<usize>) -> Self {
        Span { start: small(range.start), end: small(range.end) }
    }

    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A place in a document that the reader took.
pub(super) fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

impl<'input> Tree<'input> {
    pub(super) fn with_room_for(nodes: usize) -> Self {
        Tree { nodes: Vec::with_capacity(nodes), attributes: Vec::new(), namespaces: Namespaces::new() }
    }

    pub(super) fn node(&self, node: u32) -> &Node<'input> {
        &self.nodes[node as usize]
    }

    /// What is directly in a node.
    pub(super) fn inside(&self, node: u32) -> Siblings {
        Siblings { next: node + 1, end: self.node(node).after }
    }

    /// The attributes of a node.
    pub(super) fn attributes_of(&self, node: u32) -> &[Attribute<'input>] {
        &self.attributes[self.node(node).attributes.range()]
    }
}

impl Node<'_> {
    /// Whether this is text, not an element.
    pub(super) fn is_text(&self) -> bool {
        self.name.is_empty()
    }
}

impl Siblings {
    /// The next of them, if any is left.
    pub(super) fn peek(self) -> Option<u32> {
        (self.next < self.end).then_some(self.next)
    }

    /// Passes by the next one.
    pub(super) fn pass(&mut self, tree: &Tree<'_>) {
        self.next = tree.node(self.next).after;
    }

    /// Takes the next one.
    pub(super) fn take(&mut self, tree: &Tree<'_>) -> Option<u32> {
        let node = self.peek()?;
        self.pass(tree);
        Some(node)
    }
}
