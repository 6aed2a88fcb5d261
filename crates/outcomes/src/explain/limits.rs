//! How much of an input is read.
//!
//! The JSON reader takes time and memory in proportion to the input, and refuses deep nesting by itself. The XML
//! reader looks at each attribute of an element once for each other one, and remembers for each element
//! with a namespace declaration all that are in scope; so both are counted before it begins.

use super::unrecognised::Unrecognised;

/// The largest input, in bytes.
pub(super) const INPUT_BYTES: usize = 256 * 1024;
/// The most elements, texts and attributes of a document.
pub(super) const NODES: u32 = 50_000;
/// The most results of one answer that are explained.
pub(super) const RESULTS: usize = 32;
/// The most letters that are shown of one text of the input.
pub(super) const SHOWN_LETTERS: usize = 1_000;

/// Refuses a document that would cost more to read than its size suggests.
pub(super) fn check(text: &str) -> Result<(), Unrecognised> {
    // Between two `<` stands at most one tag, since `<` may not stand in an attribute.
    let attributes = text.split('<').map(|tag| tag.matches('=').count()).max().unwrap_or(0);
    let namespaces = text.matches("xmlns").count();
    if attributes > EQUAL_SIGNS || namespaces > NAMESPACES {
        return Err(Unrecognised::TooComplex);
    }
    Ok(())
}

/// The most equal signs between two tags, and so the most attributes of one element.
const EQUAL_SIGNS: usize = 1_000;
/// The most namespace declarations of a document.
const NAMESPACES: usize = 500;
