//! XML as bytes: no tree, so that documents no parser would take can be scrubbed too.

use memchr::{memchr, memmem};

use super::{HIDDEN, is_secret_element};

/// Appends the document to `out`, with `***` for the content and the attributes of secret elements and for
/// attributes with a secret name.
///
/// Nothing is copied that could hide an element: comments are left out, and so are CDATA sections and processing
/// instructions with markup in them. From the first place that is not XML, or from a document type declaration,
/// the rest is withheld and only its length told; and the whole of it if a secret element ends that never began.
pub fn scrub_xml(document: &[u8], out: &mut Vec<u8>) {
    let begun = out.len();
    let mut scrubber = Scrubber { text: document, copied: 0, at: 0, out };
    if !starts_as_xml(document) {
        return scrubber.withhold_rest();
    }
    loop {
        match scrubber.next() {
            Step::On => {}
            Step::Done => return scrubber.copy(),
            Step::Lost => return scrubber.withhold_rest(),
            Step::Betrayed => {
                scrubber.out.truncate(begun);
                (scrubber.copied, scrubber.at) = (0, 0);
                return scrubber.withhold_rest();
            }
        }
    }
}

/// UTF-16, and whatever else is no XML in an encoding that agrees with ASCII, does not.
fn starts_as_xml(document: &[u8]) -> bool {
    let text = document.strip_prefix(BOM).unwrap_or(document);
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    first.is_none_or(|first| *first == b'<') && memchr(0, document).is_none()
}

struct Scrubber<'a> {
    text: &'a [u8],
    /// Everything before this place was copied or hidden.
    copied: usize,
    /// Everything before this place is dealt with: what was not copied yet may be. It is copied in one piece when
    /// something must be hidden, which in most documents never happens.
    at: usize,
    out: &'a mut Vec<u8>,
}

enum Step {
    On,
    Done,
    /// What follows is not XML.
    Lost,
    /// A secret element ended that never began: its content may have been copied.
    Betrayed,
}

/// A piece of markup; `end` is the place after it.
struct Markup<'a> {
    kind: Kind,
    /// A tag's name, with its prefix; empty for all else.
    name: &'a [u8],
    end: usize,
}

#[derive(PartialEq)]
enum Kind {
    Start,
    Empty,
    End,
    Comment,
    Cdata,
    Instruction,
}

impl Markup<'_> {
    fn is_secret(&self) -> bool {
        is_secret_element(local(self.name))
    }
}

impl Scrubber<'_> {
    /// Deals with the text up to the next piece of markup, and with that.
    fn next(&mut self) -> Step {
        self.keep_to(self.next_markup());
        if self.at == self.text.len() {
            return Step::Done;
        }
        let Some(markup) = markup_at(self.text, self.at) else { return Step::Lost };
        match markup.kind {
            Kind::Start if markup.is_secret() => return self.hide_element(&markup),
            Kind::End if markup.is_secret() => return Step::Betrayed,
            Kind::Empty if markup.is_secret() => self.hide_tag("/>", &markup, markup.end),
            Kind::Start | Kind::Empty => self.keep_tag(&markup),
            Kind::End => self.keep_to(markup.end),
            Kind::Comment | Kind::Cdata | Kind::Instruction => return self.hide_markup_inside(&markup),
        }
        Step::On
    }

    /// Where the next piece of markup begins; mostly it is where the last one ended.
    fn next_markup(&self) -> usize {
        match &self.text[self.at..] {
            [b'<', ..] => self.at,
            rest => self.at + memchr(b'<', rest).unwrap_or(rest.len()),
        }
    }

    /// A comment is left out, the others if there is markup in them. If a secret element begins but does not end
    /// inside, then this was perhaps meant to end elsewhere, and nothing that follows can be trusted.
    fn hide_markup_inside(&mut self, markup: &Markup<'_>) -> Step {
        let inside = &self.text[self.at + 1..markup.end];
        if markup.kind != Kind::Comment && memchr(b'<', inside).is_none() {
            self.keep_to(markup.end);
            return Step::On;
        }
        if has_open_secret(inside) {
            return Step::Lost;
        }
        self.hide_to(markup.end);
        Step::On
    }

    fn withhold_rest(&mut self) {
        self.copy();
        let rest = self.text.len() - self.at;
        self.out.extend_from_slice(format!("[{rest} bytes withheld]").as_bytes());
    }

    fn keep_to(&mut self, end: usize) {
        self.at = end;
    }

    fn copy(&mut self) {
        self.out.extend_from_slice(&self.text[self.copied..self.at]);
        self.copied = self.at;
    }

    fn hide_to(&mut self, end: usize) {
        self.copy();
        self.out.extend_from_slice(HIDDEN.as_bytes());
        (self.copied, self.at) = (end, end);
    }

    /// The tag's name alone, then `close`.
    fn hide_tag(&mut self, close: &str, tag: &Markup<'_>, end: usize) {
        self.copy();
        self.out.push(b'<');
        self.out.extend_from_slice(tag.name);
        self.out.extend_from_slice(close.as_bytes());
        (self.copied, self.at) = (end, end);
    }

    /// A secret element, its tags without attributes.
    fn hide_element(&mut self, tag: &Markup<'_>) -> Step {
        let Some((content_end, end)) = end_of_element(self.text, local(tag.name), tag.end) else {
            return Step::Lost;
        };
        self.hide_tag(">", tag, content_end);
        self.out.extend_from_slice(HIDDEN.as_bytes());
        self.keep_to(end);
        Step::On
    }

    /// A tag, with the values of attributes that have a secret name hidden.
    fn keep_tag(&mut self, tag: &Markup<'_>) {
        self.keep_to(self.at + 1 + tag.name.len());
        while let Some((name, value, after)) = next_attribute(self.text, self.at, tag.end) {
            if is_secret_element(local(name)) {
                self.keep_to(value);
                self.hide_to(after - 1);
            }
            self.keep_to(after);
        }
        self.keep_to(tag.end);
    }
}

/// Where the end tag starts and ends that closes the element with this local name, whose content starts at `at`.
fn end_of_element(text: &[u8], name: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let mut depth = 1_usize;
    loop {
        at += memchr(b'<', &text[at..])?;
        let markup = markup_at(text, at)?;
        match markup.kind {
            Kind::Start if local(markup.name) == name => depth += 1,
            Kind::End if local(markup.name) == name => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((at, markup.end));
        }
        at = markup.end;
    }
}

/// Whether a secret element begins in this text and does not end in it.
fn has_open_secret(text: &[u8]) -> bool {
    let mut at = 0;
    while let Some(next) = memchr(b'<', &text[at..]) {
        at += next + 1;
        let name = local(name_at(text, at));
        if !is_secret_element(name) {
            continue;
        }
        let tag = tag_at(text, at - 1);
        at = match tag {
            Some(tag) if tag.kind == Kind::Empty => tag.end,
            Some(tag) => match end_of_element(text, name, tag.end) {
                Some((_, end)) => end,
                None => return true,
            },
            None => return true,
        };
    }
    false
}

/// The markup that starts with the `<` at this place; `None` if it is none, has no end, or declares a type.
fn markup_at(text: &[u8], at: usize) -> Option<Markup<'_>> {
    let rest = &text[at..];
    if !matches!(rest.get(1), Some(b'!' | b'?')) {
        return tag_at(text, at);
    }
    for (open, close, kind) in [
        (b"<!--".as_slice(), b"-->".as_slice(), Kind::Comment),
        (b"<![CDATA[", b"]]>", Kind::Cdata),
        (b"<?", b"?>", Kind::Instruction),
    ] {
        if rest.starts_with(open) {
            let length = memmem::find(&rest[open.len()..], close)?;
            return Some(Markup { kind, name: b"", end: at + open.len() + length + close.len() });
        }
    }
    None
}

/// A tag: a name, then anything up to `>`, in which `<` stands nowhere and quotes are paired.
fn tag_at(text: &[u8], at: usize) -> Option<Markup<'_>> {
    let closing = text.get(at + 1) == Some(&b'/');
    let name = name_at(text, at + 1 + usize::from(closing));
    let mut end = at + 1 + usize::from(closing) + name.len();
    let after_name = *text.get(end)?;
    if name.is_empty() || !(after_name.is_ascii_whitespace() || after_name == b'/' || after_name == b'>') {
        return None;
    }
    loop {
        match *text.get(end)? {
            b'<' => return None,
            b'>' => break,
            quote @ (b'"' | b'\'') => end = end_of_value(text, end, quote)?,
            _ => end += 1,
        }
    }
    let kind = match (closing, text[end - 1]) {
        (true, _) => Kind::End,
        (false, b'/') => Kind::Empty,
        (false, _) => Kind::Start,
    };
    Some(Markup { kind, name, end: end + 1 })
}

/// The place after the quoted value that starts here; `<` may not stand in it (XML 1.0, production 10).
fn end_of_value(text: &[u8], at: usize, quote: u8) -> Option<usize> {
    let value = &text[at + 1..];
    let length = memchr(quote, value)?;
    memchr(b'<', &value[..length]).is_none().then_some(at + length + 2)
}

/// The next attribute between the two places: its name, where its value starts, and where it ends with its quote.
fn next_attribute(text: &[u8], at: usize, end: usize) -> Option<(&[u8], usize, usize)> {
    let open = at + text[at..end].iter().position(|byte| matches!(byte, b'"' | b'\''))?;
    let after = open + 2 + memchr(text[open], &text[open + 1..end])?;
    let before = text[at..open].trim_ascii_end();
    let before = before.strip_suffix(b"=").unwrap_or(before).trim_ascii_end();
    let start = before.iter().rposition(|byte| !is_name_byte(*byte)).map_or(0, |place| place + 1);
    Some((&before[start..], open + 1, after))
}

fn name_at(text: &[u8], at: usize) -> &[u8] {
    let rest = text.get(at..).unwrap_or_default();
    &rest[..rest.iter().position(|byte| !is_name_byte(*byte)).unwrap_or(rest.len())]
}

/// A name without its prefix.
fn local(name: &[u8]) -> &[u8] {
    name.iter().rposition(|byte| *byte == b':').map_or(name, |colon| &name[colon + 1..])
}

fn is_name_byte(byte: u8) -> bool {
    NAME_BYTES[usize::from(byte)]
}

/// Looked up for nearly every byte of markup, so a table.
static NAME_BYTES: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < table.len() {
        let byte = at as u8;
        table[at] =
            byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'-' | b'.') || !byte.is_ascii();
        at += 1;
    }
    table
};

const BOM: &[u8] = b"\xef\xbb\xbf";
