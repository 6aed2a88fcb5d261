//! What was read: nodes in document order.

use std::borrow::Cow;
use std::ops::Range;

use super::scope::{Namespaces, Scope};

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
    /// The namespace it is in: a place among [`Namespaces`].
    pub(super) namespace: Option<usize>,
    /// The namespaces in scope.
    pub(super) scope: Scope,
    /// Its attributes in [`Tree::attributes`].
    pub(super) attributes: Range<usize>,
    /// Where it stands in the text of the document, tags included.
    pub(super) span: Range<usize>,
    /// The first node behind it and all that is in it.
    pub(super) after: usize,
}

/// An attribute that declares no namespace.
pub(super) struct Attribute<'input> {
    pub(super) prefix: &'input str,
    pub(super) name: &'input str,
    pub(super) namespace: Option<usize>,
    /// Normalised as XML 1.0 section 3.3.3 says.
    pub(super) value: Cow<'input, str>,
    /// Where it begins in the text of the document.
    pub(super) at: usize,
}

/// Some nodes with one parent: the first of them, and what comes after the last.
#[derive(Clone, Copy)]
pub(super) struct Siblings {
    next: usize,
    end: usize,
}

impl<'input> Tree<'input> {
    pub(super) fn with_room_for(nodes: usize) -> Self {
        Tree { nodes: Vec::with_capacity(nodes), attributes: Vec::new(), namespaces: Namespaces::new() }
    }

    /// What is directly in a node.
    pub(super) fn inside(&self, node: usize) -> Siblings {
        Siblings { next: node + 1, end: self.nodes[node].after }
    }

    /// The attributes of a node.
    pub(super) fn attributes_of(&self, node: usize) -> &[Attribute<'input>] {
        &self.attributes[self.nodes[node].attributes.clone()]
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
    pub(super) fn peek(self) -> Option<usize> {
        (self.next < self.end).then_some(self.next)
    }

    /// Passes by the next one.
    pub(super) fn pass(&mut self, tree: &Tree<'_>) {
        self.next = tree.nodes[self.next].after;
    }

    /// Takes the next one.
    pub(super) fn take(&mut self, tree: &Tree<'_>) -> Option<usize> {
        let node = self.peek()?;
        self.pass(tree);
        Some(node)
    }
}
