//! Why an input cannot be explained.

use std::fmt;

use super::protocols::PROTOCOLS;

/// An input that is neither a code, nor an outcome's name, nor an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unrecognised {
    /// The input is larger than is read.
    TooLong {
        /// The largest size, in bytes.
        limit: usize,
    },
    /// A number that no protocol has as a code.
    Code {
        /// The number.
        code: String,
    },
    /// A code of a protocol that is not known.
    Protocol {
        /// The protocol's name as given.
        name: String,
    },
    /// Words that are nothing known.
    Neither {
        /// The words.
        input: String,
    },
    /// Looks like a document but is not well-formed.
    Malformed {
        /// What it would be: XML, JSON.
        form: &'static str,
        /// What is wrong, with line and column.
        reason: String,
    },
    /// A document that has more parts than is read.
    TooComplex,
    /// A document of no known protocol.
    Document {
        /// The name of its root element, or of its first member.
        root: String,
    },
    /// A document of a known protocol that holds no answer.
    NotAnAnswer {
        /// What it holds instead.
        found: String,
    },
}

impl fmt::Display for Unrecognised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { limit } => write!(f, "the input has more than {limit} bytes"),
            Self::Code { code } => write!(f, "no protocol known here has the code {code:?}"),
            Self::Protocol { name } => write!(f, "no protocol known here is called {name:?}"),
            Self::Neither { input } => write!(f, "{input:?} is neither a code nor the name of an outcome"),
            Self::Malformed { form, reason } => write!(f, "the document is not well-formed {form}: {reason}"),
            Self::TooComplex => {
                f.write_str("the document has more elements, attributes or namespaces than is read")
            }
            Self::Document { root } => {
                write!(f, "a document whose root is {root:?} is of no protocol known here")
            }
            Self::NotAnAnswer { found } => write!(f, "the document holds no answer but {found:?}"),
        }?;
        let protocols: Vec<&str> = PROTOCOLS.iter().map(|protocol| protocol.table.title).collect();
        write!(
            f,
            "; accepted are a code (2302, or epp 2302), the name of an outcome (login_required), \
             or a whole answer of one of: {}",
            protocols.join(", ")
        )
    }
}

impl std::error::Error for Unrecognised {}
