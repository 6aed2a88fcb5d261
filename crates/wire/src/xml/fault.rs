//! The tree builder's complaints in our own words.

use roxmltree::Error;

use super::place::Place;
use super::quoted::Quoted;
use super::refused::{Reason, Refused};

/// What the tree builder found wrong in `text` from `body_at` on.
#[cold]
pub(super) fn refused(error: &Error, text: &str, body_at: usize) -> Refused {
    let place = if is_at_end(error) {
        Place::of(text.as_bytes(), text.len())
    } else {
        let found = error.pos();
        Place { line: found.row, column: found.col }.after(Place::of(text.as_bytes(), body_at))
    };
    Refused { reason: Reason::NotWellFormed { message: message(error) }, place }
}

/// Faults that show only when the document ends; the builder gives them no place.
fn is_at_end(error: &Error) -> bool {
    matches!(error, Error::NoRootNode | Error::UnclosedRootNode | Error::UnexpectedEndOfStream)
}

/// A short clause without place; names from the document are clipped.
fn message(error: &Error) -> String {
    match error {
        Error::NoRootNode => "the document has no root element".to_owned(),
        Error::UnclosedRootNode => "the document ends before the root element is closed".to_owned(),
        Error::UnexpectedEndOfStream => "the document ends too early".to_owned(),
        Error::UnexpectedCloseTag(open, close, _) => {
            format!("the end tag {} stands where {} is open", Quoted(close), Quoted(open))
        }
        Error::UnknownNamespace(prefix, _) => {
            format!("the namespace prefix {} is not declared", Quoted(prefix))
        }
        Error::DuplicatedAttribute(name, _) => format!("the attribute {} stands twice", Quoted(name)),
        Error::DuplicatedNamespace(prefix, _) => {
            format!("the namespace prefix {} is declared twice on one element", Quoted(prefix))
        }
        Error::NonXmlChar(c, _) => format!("the character U+{:04X} is not allowed in XML", u32::from(*c)),
        Error::InvalidName(_) => "a name is malformed".to_owned(),
        Error::InvalidCharacterData(_) => "']]>' stands in text".to_owned(),
        Error::InvalidElementNamePrefix(_) => "an element has the prefix 'xmlns'".to_owned(),
        Error::InvalidXmlPrefixUri(_) | Error::UnexpectedXmlUri(_) | Error::UnexpectedXmlnsUri(_) => {
            "a namespace reserved for 'xml' or 'xmlns' is declared otherwise".to_owned()
        }
        Error::UnknownToken(_) => "text or markup stands where none is allowed".to_owned(),
        _ => "the document is malformed".to_owned(),
    }
}
