//! The scan before the tree: what a document would cost, and what is never accepted.

use memchr::{memchr2, memchr3, memmem};

use super::limits::Limits;
use super::place::Place;
use super::reference::{BadReference, read_reference};
use super::refused::{Reason, Refused};

/// What a document holds.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) nodes: u32,
    pub(super) attributes: u32,
    pub(super) namespaces: u32,
}

/// Walks `text` from `body_at` once, allocating nothing, and stops at the first byte that breaks a
/// limit or cannot be the beginning of an acceptable document.
///
/// Its grammar of tags, comments and CDATA sections is that of XML 1.0, except that the characters
/// of names and texts, the pairing of tags and the resolving of prefixes are left to the tree
/// builder. So whatever the builder takes for a tag or an attribute has been counted here.
///
/// Refuses besides: markup declarations, processing instructions, unknown entities, references to
/// what is no character, and what Namespaces in XML 1.0 forbids in the names of attributes.
pub(super) fn scan(text: &str, body_at: usize, limits: &Limits) -> Result<Tally, Refused> {
    let mut scan = Scan { bytes: text.as_bytes(), at: body_at, limits, depth: 0, tally: Tally::default() };
    match scan.document() {
        Ok(()) => Ok(scan.tally),
        Err((reason, offset)) => Err(Refused { reason, place: Place::of(text.as_bytes(), offset) }),
    }
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
    limits: &'a Limits,
    depth: u32,
    tally: Tally,
}

/// What one start tag has shown so far.
#[derive(Default)]
struct StartTag {
    attributes: u32,
    default_namespace: bool,
    xml_namespace: bool,
}

/// A reason and the offset it was found at.
type Fault = (Reason, usize);

impl<'a> Scan<'a> {
    fn document(&mut self) -> Result<(), Fault> {
        while let Some(byte) = self.byte() {
            if byte == b'<' { self.markup()? } else { self.text()? }
        }
        Ok(())
    }

    fn text(&mut self) -> Result<(), Fault> {
        self.count_node()?;
        while let Some(distance) = memchr2(b'<', b'&', self.rest()) {
            self.at += distance;
            if self.bytes[self.at] == b'<' {
                return Ok(());
            }
            self.reference()?;
        }
        self.at = self.bytes.len();
        Ok(())
    }

    fn markup(&mut self) -> Result<(), Fault> {
        match self.bytes.get(self.at + 1) {
            Some(b'/') => self.end_tag(),
            Some(b'!') => self.declaration(),
            Some(b'?') => Err((Reason::ProcessingInstruction, self.at)),
            _ => self.start_tag(),
        }
    }

    fn start_tag(&mut self) -> Result<(), Fault> {
        self.count_node()?;
        if self.depth == self.limits.depth {
            return Err((Reason::TooDeep { limit: self.limits.depth }, self.at));
        }
        self.at += 1;
        self.name()?;
        let mut tag = StartTag::default();
        loop {
            let spaced = self.spaces();
            match self.byte() {
                Some(b'>') => break self.depth += 1,
                Some(b'/') => break self.expect(b'/')?,
                Some(_) if spaced => self.attribute(&mut tag)?,
                Some(_) => return Err(self.malformed("a tag is malformed")),
                None => return Err(self.malformed("the document ends inside a tag")),
            }
        }
        self.expect(b'>')
    }

    fn attribute(&mut self, tag: &mut StartTag) -> Result<(), Fault> {
        let start = self.at;
        tag.attributes += 1;
        self.tally.attributes += 1;
        if tag.attributes > self.limits.attributes_per_element {
            return Err((Reason::TooManyAttributes { limit: self.limits.attributes_per_element }, start));
        }
        let name = self.name()?;
        self.spaces();
        self.expect(b'=')?;
        self.spaces();
        let value = self.value()?;
        if concerns_namespaces(name) {
            self.namespace(tag, name, value).map_err(|reason| (reason, start))?;
        }
        Ok(())
    }

    fn value(&mut self) -> Result<&'a [u8], Fault> {
        let Some(quote @ (b'"' | b'\'')) = self.byte() else {
            return Err(self.malformed("the value of an attribute is not in quotes"));
        };
        self.at += 1;
        let start = self.at;
        while let Some(distance) = memchr3(quote, b'<', b'&', self.rest()) {
            self.at += distance;
            match self.bytes[self.at] {
                b'<' => return Err(self.malformed("'<' stands in the value of an attribute")),
                b'&' => self.reference()?,
                _ => {
                    self.at += 1;
                    return Ok(&self.bytes[start..self.at - 1]);
                }
            }
        }
        self.at = self.bytes.len();
        Err(self.malformed("the document ends inside the value of an attribute"))
    }

    /// Counts a namespace declaration and applies the constraints of Namespaces in XML 1.0
    /// sections 2.2, 3 and 6.3 that the tree builder does not.
    fn namespace(&mut self, tag: &mut StartTag, name: &[u8], value: &[u8]) -> Result<(), Reason> {
        let twice = match name {
            b"xmlns" => std::mem::replace(&mut tag.default_namespace, true),
            b"xmlns:xml" => std::mem::replace(&mut tag.xml_namespace, true),
            b"xmlns:xmlns" => return Err(Reason::malformed("the prefix 'xmlns' is declared")),
            _ if name.starts_with(b"xmlns:") && value.is_empty() => {
                return Err(Reason::malformed("a namespace prefix is declared with an empty name"));
            }
            _ if name.starts_with(b"xmlns:") => false,
            _ if name.ends_with(b":xmlns") => {
                return Err(Reason::malformed("an attribute 'xmlns' has a prefix"));
            }
            _ => return Ok(()),
        };
        if twice {
            return Err(Reason::malformed("a namespace is declared twice on one element"));
        }
        self.tally.namespaces += 1;
        if self.tally.namespaces > self.limits.namespaces {
            return Err(Reason::TooManyNamespaces { limit: self.limits.namespaces });
        }
        Ok(())
    }

    fn end_tag(&mut self) -> Result<(), Fault> {
        if self.depth == 0 {
            return Err(self.malformed("an end tag has no start tag"));
        }
        self.depth -= 1;
        self.at += 2;
        self.name()?;
        self.spaces();
        self.expect(b'>')
    }

    fn declaration(&mut self) -> Result<(), Fault> {
        let rest = self.rest();
        if rest.starts_with(b"<!--") {
            return self.comment();
        }
        if rest.starts_with(b"<![CDATA[") {
            return self.cdata();
        }
        if rest.get(2).is_some_and(u8::is_ascii_uppercase) {
            return Err((Reason::Doctype, self.at));
        }
        Err(self.malformed("'<!' begins neither a comment nor a CDATA section"))
    }

    fn comment(&mut self) -> Result<(), Fault> {
        self.count_node()?;
        self.at += b"<!--".len();
        let Some(dashes) = memmem::find(self.rest(), b"--") else {
            return Err(self.malformed("a comment has no end"));
        };
        self.at += dashes + 2;
        if self.byte() != Some(b'>') {
            return Err(self.malformed("'--' stands inside a comment"));
        }
        self.at += 1;
        Ok(())
    }

    fn cdata(&mut self) -> Result<(), Fault> {
        self.count_node()?;
        let Some(end) = memmem::find(self.rest(), b"]]>") else {
            return Err(self.malformed("a CDATA section has no end"));
        };
        self.at += end + 3;
        Ok(())
    }

    fn reference(&mut self) -> Result<(), Fault> {
        match read_reference(&self.bytes[self.at..]) {
            Ok((_, length)) => {
                self.at += length;
                Ok(())
            }
            Err(BadReference::Malformed) => {
                Err(self.malformed("a reference beginning with '&' is malformed"))
            }
            Err(BadReference::Unknown(name)) => {
                Err((Reason::Entity { name: String::from_utf8_lossy(name).into_owned() }, self.at))
            }
        }
    }

    /// Takes what may be a name: everything up to a byte that ends one.
    fn name(&mut self) -> Result<&'a [u8], Fault> {
        let rest = self.rest();
        let length = rest.iter().position(|&byte| ends_name(byte)).unwrap_or(rest.len());
        // A name with an empty prefix is a Name but no QName; the tree builder would take it.
        if length == 0 || rest[0] == b':' {
            return Err(self.malformed("a name is missing or malformed"));
        }
        self.at += length;
        Ok(&rest[..length])
    }

    fn spaces(&mut self) -> bool {
        let spaces = self.rest().iter().take_while(|byte| is_space(**byte)).count();
        self.at += spaces;
        spaces > 0
    }

    fn expect(&mut self, wanted: u8) -> Result<(), Fault> {
        if self.byte() != Some(wanted) {
            return Err(self.malformed(&format!("'{}' is missing", wanted as char)));
        }
        self.at += 1;
        Ok(())
    }

    fn count_node(&mut self) -> Result<(), Fault> {
        self.tally.nodes += 1;
        if self.tally.nodes > self.limits.nodes {
            return Err((Reason::TooManyNodes { limit: self.limits.nodes }, self.at));
        }
        Ok(())
    }

    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at..]
    }

    #[cold]
    fn malformed(&self, message: &str) -> Fault {
        (Reason::malformed(message), self.at)
    }
}

/// Whether the name of an attribute has to do with namespace declarations at all.
fn concerns_namespaces(name: &[u8]) -> bool {
    name.starts_with(b"xmlns") || name.ends_with(b":xmlns")
}

fn ends_name(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'/' | b'>' | b'=' | b'<' | b'"' | b'\'' | b'&')
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

#[cfg(test)]
mod tests;
