//! The two formats that requests and answers have.

use engine::Refusal;

use crate::node::Node;
use crate::tree::Tree;
use crate::{json, xml};

/// The format of a request, which is that of its answer. The path alone decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Xml,
}

impl Format {
    /// Every format.
    pub(crate) const ALL: [Self; 2] = [Self::Json, Self::Xml];

    /// The last part of its path.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Xml => "xml",
        }
    }

    /// The form of notices in this format, as accounts choose it and notices remember it.
    pub(crate) const fn notices(self) -> &'static str {
        match self {
            Self::Json => "wapi/json",
            Self::Xml => "wapi/xml",
        }
    }

    /// The media type of answers. The service says `text/html` of its JSON.
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "text/html; charset=UTF-8",
            Self::Xml => "text/xml; charset=UTF-8",
        }
    }

    /// Reads a document whose root has this name.
    ///
    /// # Errors
    /// `request_malformed`, `request_too_complex`.
    pub(crate) fn read(self, text: &str, root: &str) -> Result<Node, Refusal> {
        match self {
            Self::Json => json::read(text, root),
            Self::Xml => xml::read(text, root),
        }
    }

    /// Writes a document whose root has this name.
    pub(crate) fn write(self, root: &'static str, tree: &Tree) -> Vec<u8> {
        match self {
            Self::Json => json::write(root, tree),
            Self::Xml => xml::write(root, tree),
        }
    }
}
