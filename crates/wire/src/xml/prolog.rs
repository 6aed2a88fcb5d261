//! The first bytes of a document: byte order mark, XML declaration, encoding.

use super::place::Place;
use super::quoted::Quoted;
use super::refused::{Reason, Refused};

/// A document whose encoding is settled.
#[derive(Debug)]
pub(super) struct Prolog<'input> {
    /// The document without its byte order mark.
    pub(super) text: &'input str,
    /// Offset in `text` of what follows the XML declaration.
    pub(super) body_at: usize,
}

impl<'input> Prolog<'input> {
    /// Reads the byte order mark and the XML declaration (XML 1.0 sections 2.8 and 4.3.3), and
    /// makes sure that the whole is UTF-8.
    ///
    /// # Errors
    ///
    /// [`Reason::Encoding`], [`Reason::NotUtf8`], or [`Reason::NotWellFormed`] for a malformed
    /// declaration.
    pub(super) fn read(input: &'input [u8]) -> Result<Prolog<'input>, Refused> {
        if let Some((_, name)) = FOREIGN.iter().find(|(start, _)| input.starts_with(start)) {
            return Err(Refused { reason: encoding(name), place: Place::START });
        }
        let bytes = input.strip_prefix(BYTE_ORDER_MARK).unwrap_or(input);
        let declaration = Declaration::read(bytes)
            .map_err(|(reason, offset)| Refused { reason, place: Place::of(bytes, offset) })?;
        let text = simdutf8::compat::from_utf8(bytes).map_err(|fault| Refused {
            reason: Reason::NotUtf8 { offset: fault.valid_up_to() + input.len() - bytes.len() },
            place: Place::of(bytes, fault.valid_up_to()),
        })?;
        declaration.agrees_with(text)?;
        Ok(Prolog { text, body_at: declaration.length })
    }
}

/// What the XML declaration said.
#[derive(Default)]
struct Declaration {
    /// Bytes of the declaration; zero if there is none.
    length: usize,
    ascii: bool,
}

/// A reason and the offset it was found at.
type Fault = (Reason, usize);

impl Declaration {
    fn read(bytes: &[u8]) -> Result<Declaration, Fault> {
        match bytes.strip_prefix(b"<?xml") {
            Some([b' ' | b'\t' | b'\r' | b'\n', ..]) => DeclarationReader { bytes, at: 5 }.read(),
            _ => Ok(Declaration::default()),
        }
    }

    /// A document that calls itself US-ASCII must be that.
    fn agrees_with(&self, text: &str) -> Result<(), Refused> {
        let foreign = if self.ascii { text.bytes().position(|byte| !byte.is_ascii()) } else { None };
        match foreign {
            None => Ok(()),
            Some(offset) => Err(Refused {
                reason: Reason::malformed("a character is not US-ASCII, the declared encoding"),
                place: Place::of(text.as_bytes(), offset),
            }),
        }
    }
}

/// Reads `<?xml version="1.0" encoding="UTF-8" standalone="no"?>`.
struct DeclarationReader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> DeclarationReader<'a> {
    fn read(mut self) -> Result<Declaration, Fault> {
        match self.setting(b"version")? {
            Some(version) if is_version(version) => {}
            _ => return Err(self.malformed("the XML declaration has no version 1.x")),
        }
        let encoding = self.setting(b"encoding")?;
        if !matches!(self.setting(b"standalone")?, None | Some(b"yes" | b"no")) {
            return Err(self.malformed("standalone in the XML declaration is neither yes nor no"));
        }
        self.spaces();
        if !self.bytes[self.at..].starts_with(b"?>") {
            return Err(self.malformed("the XML declaration is malformed"));
        }
        Ok(Declaration { length: self.at + 2, ascii: self.is_ascii(encoding)? })
    }

    /// The value of ` name = "value"`, if that comes next.
    fn setting(&mut self, name: &[u8]) -> Result<Option<&'a [u8]>, Fault> {
        let start = self.at;
        let spaced = self.spaces();
        if !spaced || !self.bytes[self.at..].starts_with(name) {
            self.at = start;
            return Ok(None);
        }
        self.at += name.len();
        self.spaces();
        if self.bytes.get(self.at) != Some(&b'=') {
            return Err(self.malformed("'=' is missing in the XML declaration"));
        }
        self.at += 1;
        self.spaces();
        self.quoted().map(Some)
    }

    fn quoted(&mut self) -> Result<&'a [u8], Fault> {
        let Some(&quote @ (b'"' | b'\'')) = self.bytes.get(self.at) else {
            return Err(self.malformed("a quote is missing in the XML declaration"));
        };
        let rest = &self.bytes[self.at + 1..];
        let Some(length) = rest.iter().take(LONGEST_VALUE).position(|&byte| byte == quote) else {
            return Err(self.malformed("a value in the XML declaration has no end"));
        };
        self.at += length + 2;
        Ok(&rest[..length])
    }

    fn spaces(&mut self) -> bool {
        let rest = &self.bytes[self.at..];
        let spaces = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count();
        self.at += spaces;
        spaces > 0
    }

    /// Whether the declared encoding is US-ASCII; an error if it is not UTF-8 either.
    fn is_ascii(&self, declared: Option<&[u8]>) -> Result<bool, Fault> {
        let Some(name) = declared else { return Ok(false) };
        // The second is no registered name, but what Python's own writer of XML declares when it is asked for "UTF8".
        if name.eq_ignore_ascii_case(b"UTF-8") || name.eq_ignore_ascii_case(b"UTF8") {
            return Ok(false);
        }
        if name.eq_ignore_ascii_case(b"US-ASCII") {
            return Ok(true);
        }
        let name = String::from_utf8_lossy(name);
        if !is_encoding_name(&name) {
            let message = format!("{} is not a name of an encoding", Quoted(&name));
            return Err((Reason::NotWellFormed { message }, self.at));
        }
        Err((encoding(&name), self.at))
    }

    fn malformed(&self, message: &str) -> Fault {
        (Reason::malformed(message), self.at)
    }
}

fn encoding(name: &str) -> Reason {
    Reason::Encoding { name: name.to_owned() }
}

/// `VersionNum` of XML 1.0, fifth edition: a reader of 1.0 takes any 1.x.
fn is_version(value: &[u8]) -> bool {
    value.strip_prefix(b"1.").is_some_and(|minor| !minor.is_empty() && minor.iter().all(u8::is_ascii_digit))
}

/// `EncName` of XML 1.0 section 4.3.3.
fn is_encoding_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The longest value looked at in an XML declaration, in bytes.
const LONGEST_VALUE: usize = 64;

/// First bytes that give away another encoding (XML 1.0 appendix F.1), longest first.
const FOREIGN: [(&[u8], &str); 9] = [
    (b"\x00\x00\xFE\xFF", "UTF-32"),
    (b"\xFF\xFE\x00\x00", "UTF-32"),
    (b"\x00\x00\x00\x3C", "UTF-32"),
    (b"\x3C\x00\x00\x00", "UTF-32"),
    (b"\x4C\x6F\xA7\x94", "EBCDIC"),
    (b"\xFE\xFF", "UTF-16"),
    (b"\xFF\xFE", "UTF-16"),
    (b"\x00\x3C", "UTF-16"),
    (b"\x3C\x00", "UTF-16"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn body(input: &[u8]) -> &str {
        let prolog = Prolog::read(input).unwrap();
        &prolog.text[prolog.body_at..]
    }

    fn reason(input: &[u8]) -> Reason {
        Prolog::read(input).unwrap_err().reason
    }

    #[test]
    fn declarations_that_are_good() {
        for declaration in [
            "",
            "\u{FEFF}",
            r#"<?xml version="1.0"?>"#,
            r#"<?xml version='1.1' encoding='utf-8' standalone='no' ?>"#,
            "<?xml version='1.0' encoding='UTF8'?>",
            "<?xml\tversion = \"1.0\"\r\nencoding\n=\n\"us-ascii\"?>",
            "\u{FEFF}<?xml version=\"1.0\" standalone=\"yes\"?>",
        ] {
            assert_eq!(body(format!("{declaration}<a/>").as_bytes()), "<a/>", "{declaration}");
        }
        assert_eq!(body(b"<?xml-stylesheet href='x'?>"), "<?xml-stylesheet href='x'?>");
    }

    #[test]
    fn declarations_that_are_malformed() {
        for declaration in [
            "<?xml ?>",
            "<?xml version=1.0?>",
            "<?xml version=\"2.0\"?>",
            "<?xml version=\"1.\"?>",
            "<?xml version=\"1.0\"",
            "<?xml version=\"1.0",
            "<?xml version=\"1.0\" encoding?>",
            "<?xml version=\"1.0\"encoding=\"UTF-8\"?>",
            "<?xml encoding=\"UTF-8\" version=\"1.0\"?>",
            "<?xml encoding=\"UTF-8\"?>",
            "<?xml version=\"1.0\" standalone=\"maybe\"?>",
            "<?xml version=\"1.0\" standalone=\"no\" encoding=\"UTF-8\"?>",
            "<?xml version=\"1.0\" encoding=\"\"?>",
            "<?xml version=\"1.0\" encoding=\"a b\"?>",
            "<?xml version=\"1.0\" encoding=\"US-ASCII\"?><a>é</a>",
        ] {
            assert!(matches!(reason(declaration.as_bytes()), Reason::NotWellFormed { .. }), "{declaration}");
        }
    }

    #[test]
    fn other_encodings_are_named() {
        let utf16: Vec<u8> = "\u{FEFF}<a/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(reason(&utf16), encoding("UTF-16"));
        assert_eq!(reason(&utf16[2..]), encoding("UTF-16"));
        assert_eq!(reason(b"\x00<\x00a"), encoding("UTF-16"));
        assert_eq!(reason(b"<?xml version='1.0' encoding='UTF-16'?><a/>"), encoding("UTF-16"));
        // The declared encoding explains the bytes better than "not UTF-8" would.
        assert_eq!(reason(b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>"), encoding("ISO-8859-1"));
    }

    #[test]
    fn bytes_that_are_not_utf8_are_found() {
        let cases: [(&[u8], usize); 5] = [
            (b"<a>\xFF</a>", 3),
            (b"<a>\xC0\xAF</a>", 3),
            (b"<a>\xED\xA0\x80</a>", 3),
            (b"<a>\xF4\x90\x80\x80</a>", 3),
            (b"\xEF\xBB\xBF<a>\xE2\x82</a>", 6),
        ];
        for (input, offset) in cases {
            let refused = Prolog::read(input).unwrap_err();
            assert_eq!(refused.reason, Reason::NotUtf8 { offset });
            assert_eq!(refused.place, Place { line: 1, column: 4 });
        }
    }
}
