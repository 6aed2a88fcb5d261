//! Writing XML.

use std::fmt::{self, Write as _};
use std::ops::Range;

use super::escape;
use super::raw::RawXml;

/// Appends XML to a byte buffer, without pretty printing.
///
/// Whatever texts and values are given, the output is well-formed: they are escaped, end tags come
/// from a stack, and unescaped XML can only be a [`RawXml`]. Names are `'static`, so they come from
/// the program and not from a socket; prefixes and their `xmlns` attributes are up to the caller.
///
/// ```
/// let mut xml = wire::xml::Writer::new();
/// xml.open_with("d:check", &[("xmlns:d", "urn:example")]).leaf("d:name", "a<b").close();
/// assert_eq!(xml.finish(), b"<d:check xmlns:d=\"urn:example\"><d:name>a&lt;b</d:name></d:check>");
/// ```
#[derive(Default)]
pub struct Writer {
    out: Vec<u8>,
    /// Where in `out` the names of the open elements stand, outermost first.
    open: Vec<Range<usize>>,
}

impl Writer {
    /// A writer with an empty buffer.
    pub fn new() -> Writer {
        Writer::default()
    }

    /// A writer that appends to `buffer`: one that is used again, or that holds a frame header.
    pub fn over(buffer: Vec<u8>) -> Writer {
        Writer { out: buffer, open: Vec::with_capacity(USUAL_DEPTH) }
    }

    /// The XML declaration. It must come first.
    pub fn declaration(&mut self) -> &mut Self {
        self.put(r#"<?xml version="1.0" encoding="UTF-8" standalone="no"?>"#)
    }

    /// A start tag.
    pub fn open(&mut self, name: &'static str) -> &mut Self {
        self.open_with(name, &[])
    }

    /// A start tag with attributes.
    pub fn open_with(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) -> &mut Self {
        let at = self.start(name, attributes);
        self.open.push(at);
        self.put(">")
    }

    /// The end tag of the innermost open element. Does nothing if none is open, which is a mistake.
    pub fn close(&mut self) -> &mut Self {
        debug_assert!(!self.open.is_empty(), "no element is open");
        if let Some(name) = self.open.pop() {
            self.put("</");
            self.out.extend_from_within(name);
            self.put(">");
        }
        self
    }

    /// Text between tags. Characters that XML cannot hold are written as U+FFFD.
    pub fn text(&mut self, text: &str) -> &mut Self {
        escape::text(text, |piece| self.out.extend_from_slice(piece.as_bytes()));
        self
    }

    /// Text that something displays as, without a string in between.
    pub fn display(&mut self, value: impl fmt::Display) -> &mut Self {
        let written = write!(Escaping(&mut self.out), "{value}");
        debug_assert!(written.is_ok(), "the value refuses to be displayed");
        self
    }

    /// An element that holds only text.
    pub fn leaf(&mut self, name: &'static str, text: &str) -> &mut Self {
        self.open(name).text(text).close()
    }

    /// An element with attributes that holds only text.
    pub fn leaf_with(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, &str)],
        text: &str,
    ) -> &mut Self {
        self.open_with(name, attributes).text(text).close()
    }

    /// An element that holds only what something displays as.
    pub fn leaf_display(&mut self, name: &'static str, value: impl fmt::Display) -> &mut Self {
        self.open(name).display(value).close()
    }

    /// An element that holds nothing.
    pub fn empty(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) -> &mut Self {
        self.start(name, attributes);
        self.put("/>")
    }

    /// An element taken from a document that was read.
    pub fn raw(&mut self, xml: &RawXml) -> &mut Self {
        self.put(xml.as_str())
    }

    /// The buffer. All elements must have been closed; those that were not are closed here.
    pub fn finish(mut self) -> Vec<u8> {
        debug_assert!(self.open.is_empty(), "an element is still open");
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    /// Writes a start tag but for its end; returns where its name stands.
    fn start(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) -> Range<usize> {
        self.put("<");
        let at = self.out.len();
        self.name(name);
        let end = self.out.len();
        for (name, value) in attributes {
            self.put(" ").name(name).put("=\"");
            escape::attribute(value, |piece| self.out.extend_from_slice(piece.as_bytes()));
            self.put("\"");
        }
        at..end
    }

    fn name(&mut self, name: &'static str) -> &mut Self {
        debug_assert!(is_name(name), "{name:?} is not a name");
        self.put(name)
    }

    fn put(&mut self, xml: &str) -> &mut Self {
        self.out.extend_from_slice(xml.as_bytes());
        self
    }
}

/// Shows the size alone: what is written may hold authInfo.
impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").field("bytes", &self.out.len()).field("open", &self.open.len()).finish()
    }
}

/// Escapes what is formatted into it.
struct Escaping<'a>(&'a mut Vec<u8>);

impl fmt::Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        escape::text(text, |piece| self.0.extend_from_slice(piece.as_bytes()));
        Ok(())
    }
}

/// Whether a name of the program's own is one of XML. All such names are ASCII.
fn is_name(name: &str) -> bool {
    let inner = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'-' | b'.');
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && name.bytes().all(inner)
}

/// Levels that fit without growing.
const USUAL_DEPTH: usize = 12;
