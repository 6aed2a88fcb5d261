//! Why bytes were not taken for a document.

use std::fmt;

use super::place::Place;
use super::quoted::Quoted;

/// A document that was not read. `Display` is one sentence with the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// What is wrong.
    pub reason: Reason,
    /// Where; the start of the document when the fault lies in the whole of it.
    pub place: Place,
}

/// The reasons for which a document is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// More bytes than [`Limits::bytes`](super::Limits::bytes).
    TooLarge {
        /// Size of the document in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// Elements nested deeper than the limit.
    TooDeep {
        /// Levels allowed.
        limit: u32,
    },
    /// More elements, comments and texts than the limit.
    TooManyNodes {
        /// Nodes allowed.
        limit: u32,
    },
    /// An element with more attributes than the limit.
    TooManyAttributes {
        /// Attributes allowed on one element.
        limit: u32,
    },
    /// More namespace declarations in the document than the limit.
    TooManyNamespaces {
        /// Declarations allowed.
        limit: u32,
    },
    /// A byte sequence that is not UTF-8.
    NotUtf8 {
        /// Offset of the first wrong byte in the input.
        offset: usize,
    },
    /// An encoding other than UTF-8 or US-ASCII, declared or seen in the first bytes.
    Encoding {
        /// Its name.
        name: String,
    },
    /// A document type or other markup declaration.
    Doctype,
    /// A processing instruction.
    ProcessingInstruction,
    /// A reference to an entity other than the five of XML 1.0 section 4.6.
    Entity {
        /// Name of the entity.
        name: String,
    },
    /// Not well-formed by XML 1.0 or Namespaces in XML 1.0.
    NotWellFormed {
        /// What is wrong, as a clause without place.
        message: String,
    },
}

impl Reason {
    /// A breach of the grammar.
    pub(super) fn malformed(message: &str) -> Reason {
        Reason::NotWellFormed { message: message.to_owned() }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::TooLarge { bytes, limit } => {
                write!(f, "the document has {bytes} bytes, at most {limit} are accepted")
            }
            Reason::TooDeep { limit } => write!(f, "elements are nested deeper than {limit} levels"),
            Reason::TooManyNodes { limit } => {
                write!(f, "the document has more than {limit} elements, texts and comments")
            }
            Reason::TooManyAttributes { limit } => {
                write!(f, "an element has more than {limit} attributes")
            }
            Reason::TooManyNamespaces { limit } => {
                write!(f, "the document has more than {limit} namespace declarations")
            }
            Reason::NotUtf8 { offset } => write!(f, "the byte at offset {offset} is not UTF-8"),
            Reason::Encoding { name } => {
                write!(f, "the encoding {} is not accepted, only UTF-8 is", Quoted(name))
            }
            Reason::Doctype => f.write_str("document type declarations are not accepted"),
            Reason::ProcessingInstruction => f.write_str("processing instructions are not accepted"),
            Reason::Entity { name } => write!(f, "the entity {} is not defined", Quoted(name)),
            Reason::NotWellFormed { message } => f.write_str(message),
        }
    }
}

impl std::error::Error for Refused {}
