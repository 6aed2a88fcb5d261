//! A document that was read.

use std::fmt;

use roxmltree::ParsingOptions;

use super::element::Element;
use super::fault;
use super::limits::Limits;
use super::place::Place;
use super::prolog::Prolog;
use super::refused::{Reason, Refused};
use super::scan::scan;

/// A well-formed document within its limits, as a tree that borrows from the input.
pub struct Document<'input> {
    tree: roxmltree::Document<'input>,
    /// The document without byte order mark, XML declaration included.
    text: &'input str,
    /// Offset in `text` where the tree's input begins: what follows the XML declaration.
    body_at: usize,
}

impl<'input> Document<'input> {
    /// Reads a document. The limits are applied before any memory is taken; time is linear in the
    /// input up to the first limit it breaks.
    ///
    /// # Errors
    ///
    /// [`Refused`] when the input breaks a limit, is not UTF-8, holds a document type declaration,
    /// a processing instruction or an unknown entity, or is not well-formed (XML 1.0, Namespaces in
    /// XML 1.0). One thing more is refused than those forbid: an element in the namespace `xml`.
    pub fn parse(input: &'input [u8], limits: &Limits) -> Result<Document<'input>, Refused> {
        if input.len() > limits.bytes {
            let reason = Reason::TooLarge { bytes: input.len(), limit: limits.bytes };
            return Err(Refused { reason, place: Place::START });
        }
        let Prolog { text, body_at } = Prolog::read(input)?;
        scan(text, body_at, limits)?;
        let tree = roxmltree::Document::parse_with_options(&text[body_at..], options(limits))
            .map_err(|error| fault::refused(&error, text, body_at))?;
        Ok(Document { tree, text, body_at })
    }

    /// The root element.
    pub fn root(&self) -> Element<'_, 'input> {
        Element::new(self.tree.root_element(), self)
    }

    /// The document as it came, without byte order mark.
    pub fn source(&self) -> &'input str {
        self.text
    }

    /// The place of an offset into the tree's input.
    pub(super) fn place(&self, offset: usize) -> Place {
        Place::of(self.text.as_bytes(), self.body_at + offset)
    }
}

/// Shows the size alone: documents hold passwords.
impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document").field("bytes", &self.text.len()).finish_non_exhaustive()
    }
}

/// The builder's own limit backs up the scan's, which counts at least as many nodes.
fn options<'input>(limits: &Limits) -> ParsingOptions<'input> {
    let document_node = 1;
    ParsingOptions {
        allow_dtd: false,
        nodes_limit: limits.nodes.saturating_add(document_node),
        entity_resolver: None,
    }
}
