//! From text to tree, in one walk.

mod tag;

use memchr::{memchr3, memmem};

use super::limits::Limits;
use super::name::Name;
use super::place::Place;
use super::reference::{self, BadReference, read_reference};
use super::refused::{Reason, Refused};
use super::scope::Scope;
use super::tree::{Node, Span, Tree, small};

/// Reads `text` from `body_at` on, and stops at the first byte that breaks a limit or the grammar.
///
/// The grammar is that of XML 1.0 and Namespaces in XML 1.0, with no markup declarations, processing instructions and
/// entities but the predefined. The limits bound what is remembered, so that memory is no more than their sum.
pub(super) fn read<'input>(
    text: &'input str,
    body_at: usize,
    limits: &Limits,
) -> Result<Tree<'input>, Refused> {
    let tree = Tree::with_room_for((text.len() / BYTES_OF_A_NODE).min(limits.nodes as usize));
    let mut reader =
        Reader { text, at: body_at, limits, counted: 0, open: Vec::with_capacity(USUAL_DEPTH), tree };
    match reader.document().and_then(|()| reader.characters()) {
        Ok(()) => Ok(reader.tree),
        Err((reason, offset)) => Err(Refused { reason, place: Place::of(text.as_bytes(), offset) }),
    }
}

struct Reader<'input, 'limits> {
    text: &'input str,
    at: usize,
    limits: &'limits Limits,
    /// Elements, comments, CDATA sections and runs of text so far.
    counted: u32,
    open: Vec<Open<'input>>,
    tree: Tree<'input>,
}

/// An element whose end tag has not come yet.
struct Open<'input> {
    node: usize,
    /// Its name as its start tag has it.
    name: &'input str,
}

/// A reason and the offset it was found at.
type Fault = (Reason, usize);

impl<'input> Reader<'input, '_> {
    fn document(&mut self) -> Result<(), Fault> {
        while let Some(byte) = self.byte() {
            if byte == b'<' { self.markup()? } else { self.text()? }
        }
        if !self.open.is_empty() {
            return Err(self.malformed("the document ends before the root element is closed"));
        }
        if self.tree.nodes.is_empty() {
            return Err(self.malformed("the document has no root element"));
        }
        Ok(())
    }

    fn markup(&mut self) -> Result<(), Fault> {
        match self.text.as_bytes().get(self.at + 1) {
            Some(b'/') => self.end_tag(),
            Some(b'!') => self.declaration(),
            Some(b'?') => Err((Reason::ProcessingInstruction, self.at)),
            _ => self.start_tag(),
        }
    }

    fn declaration(&mut self) -> Result<(), Fault> {
        let rest = self.rest();
        if rest.starts_with("<!--") {
            return self.comment();
        }
        if rest.starts_with("<![CDATA[") {
            return self.cdata();
        }
        if rest.as_bytes().get(2).is_some_and(u8::is_ascii_uppercase) {
            return Err((Reason::Doctype, self.at));
        }
        Err(self.malformed("'<!' begins neither a comment nor a CDATA section"))
    }

    fn comment(&mut self) -> Result<(), Fault> {
        self.count_node()?;
        self.at += "<!--".len();
        let Some(dashes) = memmem::find(self.rest().as_bytes(), b"--") else {
            return Err(self.malformed("a comment has no end"));
        };
        self.at += dashes + "--".len();
        if self.byte() != Some(b'>') {
            return Err(self.malformed("'--' stands inside a comment"));
        }
        self.at += 1;
        Ok(())
    }

    fn cdata(&mut self) -> Result<(), Fault> {
        let start = self.at;
        self.count_node()?;
        if self.open.is_empty() {
            return Err(self.misplaced());
        }
        let Some(end) = memmem::find(self.rest().as_bytes(), b"]]>") else {
            return Err(self.malformed("a CDATA section has no end"));
        };
        self.at += end + "]]>".len();
        self.add_text(start);
        Ok(())
    }

    fn text(&mut self) -> Result<(), Fault> {
        let start = self.at;
        self.count_node()?;
        if self.open.is_empty() {
            self.spaces();
            return if matches!(self.byte(), None | Some(b'<')) { Ok(()) } else { Err(self.misplaced()) };
        }
        while let Some(distance) = memchr3(b'<', b'&', b'>', self.rest().as_bytes()) {
            self.at += distance;
            match self.text.as_bytes()[self.at] {
                b'<' => {
                    self.add_text(start);
                    return Ok(());
                }
                b'&' => self.reference()?,
                _ if self.text.as_bytes()[start..self.at].ends_with(b"]]") => {
                    return Err(self.malformed("']]>' stands in text"));
                }
                _ => self.at += 1,
            }
        }
        self.at = self.text.len();
        Ok(())
    }

    /// Adds what was just read, from `start` on, to the text before it if nothing stands between.
    fn add_text(&mut self, start: usize) {
        let (span, after) = (Span::new(start..self.at), small(self.tree.nodes.len() + 1));
        match self.tree.nodes.last_mut() {
            Some(last) if last.is_text() && last.span.end == span.start => last.span.end = span.end,
            _ => self.tree.nodes.push(Node {
                name: "",
                namespace: None,
                scope: Scope::OUTERMOST,
                attributes: Span::new(0..0),
                span,
                after,
            }),
        }
    }

    fn reference(&mut self) -> Result<(), Fault> {
        match read_reference(self.rest().as_bytes()) {
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

    fn name(&mut self) -> Result<Name<'input>, Fault> {
        let Some(name) = Name::at_start_of(self.rest()) else {
            return Err(self.malformed("a name is missing or malformed"));
        };
        self.at += name.whole.len();
        Ok(name)
    }

    /// Makes sure, of a document whose grammar is good, that all its characters are those of XML 1.0 section 2.2.
    fn characters(&self) -> Result<(), Fault> {
        match reference::foreign_character(self.text) {
            None => Ok(()),
            Some((at, c)) => {
                let message = format!("the character U+{:04X} is not allowed in XML", u32::from(c));
                Err((Reason::NotWellFormed { message }, at))
            }
        }
    }

    fn spaces(&mut self) -> bool {
        let start = self.at;
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
        self.at > start
    }

    fn expect(&mut self, wanted: u8) -> Result<(), Fault> {
        if self.byte() != Some(wanted) {
            return Err(self.malformed(&format!("'{}' is missing", wanted as char)));
        }
        self.at += 1;
        Ok(())
    }

    fn count_node(&mut self) -> Result<(), Fault> {
        self.counted += 1;
        if self.counted > self.limits.nodes {
            return Err((Reason::TooManyNodes { limit: self.limits.nodes }, self.at));
        }
        Ok(())
    }

    /// What is declared where the next element begins.
    fn scope(&self) -> Scope {
        self.open.last().map_or(Scope::OUTERMOST, |open| self.tree.nodes[open.node].scope)
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'input str {
        &self.text[self.at..]
    }

    #[cold]
    fn misplaced(&self) -> Fault {
        self.malformed("text or markup stands where none is allowed")
    }

    #[cold]
    fn malformed(&self, message: &str) -> Fault {
        (Reason::malformed(message), self.at)
    }
}

/// Levels of nearly every document.
const USUAL_DEPTH: usize = 8;
/// About how many bytes a node of a command takes, to make room for all at once.
const BYTES_OF_A_NODE: usize = 20;

#[cfg(test)]
mod tests;
