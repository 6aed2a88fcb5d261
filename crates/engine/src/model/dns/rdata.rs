//! The data of rows, checked by a DNS library.

use domain::base::{Name, iana::Rtype, rdata::ComposeRecordData};
use domain::zonefile::inplace::{Entry, Zonefile};
use outcomes::Outcome;
use sha2::{Digest, Sha256};

use super::RecordType;
use crate::Refusal;

/// The data of a row, both as its owner wrote it and as the DNS carries it.
///
/// Names of hosts are whole and without final dot. TXT is plain text without quotes; what is longer than 255 bytes is
/// split on its way into the DNS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rdata {
    kind: RecordType,
    text: Box<str>,
    wire: Box<[u8]>,
}

impl Rdata {
    /// The longest data of a row, in bytes of its text.
    pub const LONGEST: usize = 4_096;

    /// Reads the data of a type.
    ///
    /// # Errors
    /// `dns_rdata_malformed` with the broken rule as the fact `rule`.
    pub fn parse(kind: RecordType, text: &str) -> Result<Self, Refusal> {
        read(kind, text.trim()).map_err(|rule| {
            Refusal::new(Outcome::DnsRdataMalformed).value(text).fact("type", kind).fact("rule", rule)
        })
    }

    /// The type.
    pub const fn kind(&self) -> RecordType {
        self.kind
    }

    /// The text, as it was written but for spaces and final dots.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// As it stands in a message of the DNS, names in lower case and not compressed.
    pub fn wire(&self) -> &[u8] {
        &self.wire
    }

    /// What tells it from other data of the same type.
    pub fn fingerprint(&self) -> [u8; 16] {
        fingerprint(&self.wire)
    }

    /// Data that was parsed before and comes back from the store.
    pub fn from_store(kind: RecordType, text: &str, wire: &[u8]) -> Self {
        Self { kind, text: text.into(), wire: wire.into() }
    }
}

/// What tells the data of records of one name and type apart: as many bits as nobody finds two of the same for.
pub(super) fn fingerprint(wire: &[u8]) -> [u8; 16] {
    let mut short = [0; 16];
    short.copy_from_slice(&Sha256::digest(wire)[..16]);
    short
}

fn read(kind: RecordType, text: &str) -> Result<Rdata, String> {
    if text.is_empty() {
        return Err("it is empty".to_owned());
    }
    if text.len() > Rdata::LONGEST {
        return Err(format!("it is longer than {} bytes", Rdata::LONGEST));
    }
    if text.chars().any(char::is_control) {
        return Err("it holds control characters".to_owned());
    }
    if kind == RecordType::Txt {
        return Ok(Rdata { kind, text: text.into(), wire: character_strings(text) });
    }
    let text = kind.target().map_or_else(|| Ok(text.to_owned()), |place| with_target(kind, text, place))?;
    let wire = to_wire(kind, &text)?;
    Ok(Rdata { kind, text: text.into(), wire })
}

/// Text as a sequence of strings, each with its length before it (RFC 1035 section 3.3.14).
fn character_strings(text: &str) -> Box<[u8]> {
    let mut wire = Vec::with_capacity(text.len() + text.len() / 255 + 1);
    for part in text.as_bytes().chunks(255) {
        wire.push(u8::try_from(part.len()).unwrap_or(u8::MAX));
        wire.extend_from_slice(part);
    }
    wire.into()
}

/// The words of a text with the name of the host among them looked at and without its final dot.
fn with_target(kind: RecordType, text: &str, place: usize) -> Result<String, String> {
    let mut words: Vec<&str> = text.split_ascii_whitespace().collect();
    let target = words.get_mut(place).ok_or("the name of the host is missing")?;
    let is_none = *target == "." && kind.may_have_no_target();
    if !is_none {
        *target = target.strip_suffix('.').unwrap_or(target);
        check_target(target)?;
    }
    Ok(words.join(" "))
}

/// The name that a row points to: whole, so of two labels at least.
fn check_target(name: &str) -> Result<(), String> {
    let labels = || name.split('.');
    if labels().count() < 2 {
        return Err(format!("{name} is no whole name"));
    }
    let sound = labels().all(is_label);
    if sound { Ok(()) } else { Err(format!("{name} is no name of a host")) }
}

fn is_label(label: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !label.is_empty() && label.bytes().all(known) && !label.starts_with('-') && !label.ends_with('-')
}

/// Has the library read the text as the only line of a zone file, in which every name is relative to the root.
fn to_wire(kind: RecordType, text: &str) -> Result<Box<[u8]>, String> {
    if text.contains(['(', ')', '\\']) && kind != RecordType::Naptr || has_comment(text) {
        return Err("it holds a character that means something else in a zone file".to_owned());
    }
    let mut file = Zonefile::new();
    file.set_origin(Name::root());
    file.extend_from_slice(format!(". 300 IN {} {text}\n", library_type(kind)).as_bytes());
    let entry = file.next_entry().map_err(|error| reason(&error.to_string()))?;
    let Some(Entry::Record(record)) = entry else { return Err("it is no record".to_owned()) };
    let mut wire = Vec::new();
    record.data().compose_canonical_rdata(&mut wire).map_err(|_| "it is too long")?;
    Ok(wire.into())
}

/// ALIAS is written like a CNAME.
fn library_type(kind: RecordType) -> Rtype {
    let known = if kind == RecordType::Alias { RecordType::Cname } else { kind };
    Rtype::from_int(known.number())
}

/// Whether a semicolon stands outside quotes: what comes behind it would be ignored.
fn has_comment(text: &str) -> bool {
    text.split('"').step_by(2).any(|outside| outside.contains(';'))
}

/// What the library says, without the place in our line.
fn reason(message: &str) -> String {
    let said = message.split_once(": ").map_or(message, |(_, said)| said);
    said.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wire(kind: RecordType, text: &str) -> Vec<u8> {
        Rdata::parse(kind, text).unwrap().wire().to_vec()
    }

    fn is_refused(kind: RecordType, text: &str) -> bool {
        Rdata::parse(kind, text).is_err_and(|refusal| refusal.outcome == Outcome::DnsRdataMalformed)
    }

    #[test]
    fn every_type_is_read_as_in_a_zone_file() {
        let digest = "ab".repeat(32);
        for (kind, text) in [
            (RecordType::A, "192.0.2.1".to_owned()),
            (RecordType::Aaaa, "2001:DB8::1".to_owned()),
            (RecordType::Alias, "web.example.com".to_owned()),
            (RecordType::Caa, "0 issue \"ca.example.net; account=230123\"".to_owned()),
            (RecordType::Caa, "0 issue letsencrypt.org".to_owned()),
            (RecordType::Cname, "_x.example.com".to_owned()),
            (RecordType::Dname, "example.com".to_owned()),
            (RecordType::Ds, format!("12345 13 2 {digest}")),
            (RecordType::Https, "1 . alpn=h2,h3 ipv4hint=192.0.2.1".to_owned()),
            (RecordType::Mx, "10 mail.example.com".to_owned()),
            (RecordType::Mx, "0 .".to_owned()),
            (RecordType::Naptr, "100 10 \"U\" \"E2U+sip\" \"!^.*$!sip:x@example.com!\" .".to_owned()),
            (RecordType::Ns, "ns1.example.com".to_owned()),
            (RecordType::Ptr, "www.example.com".to_owned()),
            (RecordType::Srv, "10 5 5060 sip.example.com".to_owned()),
            (RecordType::Sshfp, format!("4 2 {digest}")),
            (RecordType::Svcb, "1 svc.example.com port=53".to_owned()),
            (RecordType::Tlsa, format!("3 1 1 {digest}")),
        ] {
            let rdata = Rdata::parse(kind, &text).unwrap();
            assert_eq!((rdata.kind(), rdata.text()), (kind, text.as_str()));
            assert!(!rdata.wire().is_empty());
        }
    }

    #[test]
    fn case_and_final_dots_make_no_difference() {
        let name = b"\x03www\x07example\x03com\x00";
        assert_eq!(wire(RecordType::Cname, "www.example.com"), name);
        assert_eq!(wire(RecordType::Cname, " WWW.Example.COM. "), name);
        assert_eq!(
            Rdata::parse(RecordType::Mx, "10  mail.example.com.").unwrap().text(),
            "10 mail.example.com"
        );
        assert_eq!(wire(RecordType::Aaaa, "2001:DB8::1"), wire(RecordType::Aaaa, "2001:db8:0::1"));
    }

    #[test]
    fn text_is_raw_and_split_where_it_has_to_be() {
        assert_eq!(wire(RecordType::Txt, "v=spf1; \"a\" \\"), b"\x0dv=spf1; \"a\" \\");
        let long = wire(RecordType::Txt, &"x".repeat(300));
        assert_eq!((long[0], long[256], long.len()), (255, 45, 302));
        assert!(is_refused(RecordType::Txt, "  ") && is_refused(RecordType::Txt, "a\nb"));
        assert!(is_refused(RecordType::Txt, &"x".repeat(Rdata::LONGEST + 1)));
    }

    #[test]
    fn what_a_type_does_not_take_is_refused() {
        for (kind, text) in [
            (RecordType::A, "192.0.2.256"),
            (RecordType::A, "2001:db8::1"),
            (RecordType::A, "192.0.2.1 192.0.2.2"),
            (RecordType::A, "192.0.2.1\n@ 300 IN A 192.0.2.2"),
            (RecordType::A, "\\# 4 C0000201"),
            (RecordType::A, "( 192.0.2.1 )"),
            (RecordType::A, "192.0.2.1 ; home"),
            (RecordType::Aaaa, "192.0.2.1"),
            (RecordType::Cname, "www"),
            (RecordType::Cname, "."),
            (RecordType::Cname, "a..example.com"),
            (RecordType::Cname, "a b.example.com"),
            (RecordType::Cname, "b\u{fc}cher.example.com"),
            (RecordType::Cname, "https://example.com"),
            (RecordType::Mx, "mail.example.com"),
            (RecordType::Mx, "10"),
            (RecordType::Mx, "65536 mail.example.com"),
            (RecordType::Srv, "10 5060 sip.example.com"),
            (RecordType::Caa, "0 iss-ue x"),
            (RecordType::Tlsa, "3 1 1 zz"),
            (RecordType::Https, "1 . ipv4hint=x"),
            (RecordType::Https, "1 . alpn=h2 alpn=h3"),
            (RecordType::Naptr, "1 2 U"),
        ] {
            assert!(is_refused(kind, text), "{kind} {text:?}");
        }
        let label = format!("{}.example.com", "a".repeat(64));
        assert!(is_refused(RecordType::Cname, &label));
        let name = ["a".repeat(63).as_str(); 5].join(".");
        assert!(is_refused(RecordType::Cname, &name));
    }
}
