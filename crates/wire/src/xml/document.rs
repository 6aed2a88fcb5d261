//! A document that was read.

use std::fmt;

use super::element::Element;
use super::limits::Limits;
use super::place::Place;
use super::prolog::Prolog;
use super::reader;
use super::refused::{Reason, Refused};
use super::tree::Tree;

/// A well-formed document within its limits, as a tree that borrows from the input.
pub struct Document<'input> {
    tree: Tree<'input>,
    /// The document without byte order mark, XML declaration included.
    text: &'input str,
}

impl<'input> Document<'input> {
    /// Reads a document. Time is linear in the input up to the first limit it breaks, and memory is bounded by the
    /// limits.
    ///
    /// # Errors
    ///
    /// [`Refused`] when the input breaks a limit, is not UTF-8, holds a document type declaration,
    /// a processing instruction or an unknown entity, or is not well-formed (XML 1.0, Namespaces in
    /// XML 1.0).
    pub fn parse(input: &'input [u8], limits: &Limits) -> Result<Document<'input>, Refused> {
        let limit = limits.bytes.min(u32::MAX as usize);
        if input.len() > limit {
            let reason = Reason::TooLarge { bytes: input.len(), limit };
            return Err(Refused { reason, place: Place::START });
        }
        let Prolog { text, body_at } = Prolog::read(input)?;
        let tree = reader::read(text, body_at, limits)?;
        Ok(Document { tree, text })
    }

    /// The root element.
    pub fn root(&self) -> Element<'_, 'input> {
        Element::new(ROOT, self)
    }

    /// The document as it came, without byte order mark.
    pub fn source(&self) -> &'input str {
        self.text
    }

    pub(super) fn tree(&self) -> &Tree<'input> {
        &self.tree
    }

    /// The place of an offset.
    pub(super) fn place(&self, offset: usize) -> Place {
        Place::of(self.text.as_bytes(), offset)
    }
}

/// Shows the size alone: documents hold passwords.
impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document").field("bytes", &self.text.len()).finish_non_exhaustive()
    }
}

/// The first node of a tree is its root element.
const ROOT: u32 = 0;
