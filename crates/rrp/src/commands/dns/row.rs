//! Rows of zones as lines of text: `name ttl IN type data`.

use engine::model::{DnsRow, DomainName, Rdata, RecordType, RowName};
use engine::ops::dns_row::NewDnsRow;
use engine::policy::DnsRules;
use engine::{Field, Outcome, Refusal};

use crate::face::Face;

/// Reads a line. TTL and class may be missing. A name is one inside the zone; with a dot at its end it is whole. A TTL
/// shorter than any that a row may have is taken for the shortest.
///
/// # Errors
/// What is wrong with the name, type or data.
pub(super) fn read(line: &str, zone: &DomainName, rules: &DnsRules) -> Result<NewDnsRow, Refusal> {
    let (name, mut rest) = word(line);
    let name = row_name(name, zone).map_err(|refusal| refusal.at(Field::DnsRowName))?;
    let mut ttl = None;
    let kind = loop {
        let (next, behind) = word(rest);
        rest = behind;
        match next.parse::<u32>() {
            Ok(seconds) if ttl.is_none() => ttl = Some(seconds.max(rules.ttl.least)),
            _ if next.eq_ignore_ascii_case("IN") => {}
            _ => break RecordType::parse(next).map_err(|refusal| refusal.at(Field::DnsRecordType))?,
        }
    };
    let data = data(kind, rest, zone).and_then(|text| Rdata::parse(kind, &text));
    let rdata = data.map_err(|refusal| refusal.at(Field::DnsRdata))?;
    Ok(NewDnsRow { name, ttl, rdata, comment: None })
}

/// The name of a row, relative to its zone or whole.
pub(super) fn row_name(text: &str, zone: &DomainName) -> Result<RowName, Refusal> {
    let Some(whole) = text.strip_suffix('.') else { return RowName::parse(text) };
    let whole = whole.to_ascii_lowercase();
    let outside = || {
        let refusal = Refusal::new(Outcome::DnsRowNameMalformed).value(text);
        refusal.fact("rule", format_args!("it does not lie in {zone}"))
    };
    let inner = whole.strip_suffix(zone.as_str()).ok_or_else(outside)?;
    match inner.strip_suffix('.') {
        _ if inner.is_empty() => Ok(RowName::apex()),
        Some(name) => RowName::parse(name),
        None => Err(outside()),
    }
}

/// A row as it is shown.
pub(super) struct Shown {
    pub(super) name: RowName,
    pub(super) ttl: u32,
    pub(super) rdata: Rdata,
}

impl From<DnsRow> for Shown {
    fn from(row: DnsRow) -> Self {
        Self { name: row.name, ttl: row.ttl, rdata: row.rdata }
    }
}

impl Shown {
    /// A name server of the zone itself; `None` for a name that no row can hold.
    pub(super) fn name_server(host: &DomainName, ttl: u32) -> Option<Self> {
        let rdata = Rdata::parse(RecordType::Ns, host.as_str()).ok()?;
        Some(Self { name: RowName::apex(), ttl, rdata })
    }

    /// The whole line: on RRPproxy the name is that inside the zone.
    pub(super) fn line(&self, zone: &DomainName, face: Face) -> String {
        let name = match face {
            Face::Cnr | Face::Rrp => self.name.to_string(),
            Face::Hexonet => format!("{}.", self.name.within(zone)),
        };
        format!("{name} {} IN {} {}", self.ttl, self.rdata.kind(), self.content())
    }

    /// Its data as in a zone file: names of hosts end with a dot, text stands in quotes.
    pub(super) fn content(&self) -> String {
        let (kind, text) = (self.rdata.kind(), self.rdata.text());
        match kind {
            RecordType::Txt => quoted(text),
            _ if kind.ends_with_host() && !text.ends_with('.') => format!("{text}."),
            _ => text.to_owned(),
        }
    }

    /// The preference or priority that some data begin with.
    pub(super) fn priority(&self) -> &str {
        match self.rdata.kind() {
            RecordType::Mx | RecordType::Srv => word(self.rdata.text()).0,
            _ => "",
        }
    }
}

/// The first word of a text, and what stands behind it.
fn word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_once(|letter: char| letter.is_ascii_whitespace()).unwrap_or((text, ""))
}

/// Data as the engine takes them: text without quotes, and `@` as the zone's name.
fn data(kind: RecordType, text: &str, zone: &DomainName) -> Result<String, Refusal> {
    let text = text.trim();
    if kind == RecordType::Txt && text.starts_with('"') {
        let malformed = || Refusal::new(Outcome::DnsRdataMalformed).value(text);
        let rule = "a quote is missing or stands where none belongs";
        return unquoted(text).ok_or_else(|| malformed().fact("type", kind).fact("rule", rule));
    }
    match text.strip_suffix('@') {
        Some(before) if kind.ends_with_host() && (before.is_empty() || before.ends_with(' ')) => {
            Ok(format!("{before}{zone}"))
        }
        _ => Ok(text.to_owned()),
    }
}

/// Text in quotes, in pieces that the DNS can carry.
fn quoted(text: &str) -> String {
    let mut pieces = vec![String::new()];
    let mut room = LONGEST_PIECE;
    for letter in text.chars() {
        if letter.len_utf8() > room {
            pieces.push(String::new());
            room = LONGEST_PIECE;
        }
        room -= letter.len_utf8();
        let piece = pieces.last_mut();
        if let Some(piece) = piece {
            piece.extend(matches!(letter, '"' | '\\').then_some('\\'));
            piece.push(letter);
        }
    }
    let pieces: Vec<String> = pieces.iter().map(|piece| format!("\"{piece}\"")).collect();
    pieces.join(" ")
}

/// What stands between quotes, piece behind piece; `None` if something stands outside or a quote is missing.
fn unquoted(text: &str) -> Option<String> {
    let mut said = Vec::new();
    let mut letters = text.bytes();
    while let Some(outside) = letters.next() {
        match outside {
            b' ' | b'\t' => continue,
            b'"' => {}
            _ => return None,
        }
        loop {
            match letters.next()? {
                b'"' => break,
                b'\\' => said.push(escaped(&mut letters)?),
                letter => said.push(letter),
            }
        }
    }
    String::from_utf8(said).ok()
}

/// What stands behind a backslash: a byte as three digits, or a letter for itself (RFC 1035 section 5.1).
fn escaped(letters: &mut std::str::Bytes<'_>) -> Option<u8> {
    let first = letters.next()?;
    if !first.is_ascii_digit() {
        return Some(first);
    }
    let digits = [first, letters.next()?, letters.next()?];
    std::str::from_utf8(&digits).ok()?.parse().ok()
}

/// Bytes of a piece of text (RFC 1035 section 3.3).
const LONGEST_PIECE: usize = 255;

#[cfg(test)]
mod tests {
    use super::*;

    fn row(line: &str) -> Result<NewDnsRow, Refusal> {
        read(line, &DomainName::parse("shop.test").unwrap(), &DnsRules::default())
    }

    #[test]
    fn lines_are_read_in_every_form_that_clients_send() {
        for line in [
            "www 600 IN A 192.0.2.1",
            "www IN 600 a 192.0.2.1",
            "  www.Shop.test.  600 A   192.0.2.1 ",
            "WWW 600 in A 192.0.2.1",
        ] {
            let row = row(line).unwrap();
            let read = (row.name.as_str(), row.ttl, row.rdata.text());
            assert_eq!(read, ("www", Some(600), "192.0.2.1"), "{line}");
        }
        assert_eq!(row("@ 5 IN TXT x").unwrap().ttl, Some(300));
        assert_eq!(row("shop.test. IN MX 10 @").unwrap().rdata.text(), "10 shop.test");
        assert_eq!(row("a SRV 1 2 3 x.example.").unwrap().rdata.text(), "1 2 3 x.example");
    }

    #[test]
    fn text_goes_in_and_out_of_quotes() {
        for (line, text) in [
            (r#"@ TXT "v=spf1 -all""#, "v=spf1 -all"),
            (r#"@ TXT "a \"b\" \\ \065" "c""#, r#"a "b" \ Ac"#),
            ("@ TXT v=spf1 -all", "v=spf1 -all"),
        ] {
            let row = row(line).unwrap();
            assert_eq!(row.rdata.text(), text, "{line}");
            assert_eq!(unquoted(&quoted(text)).as_deref(), Some(text));
        }
        let long = "é".repeat(300);
        assert_eq!(unquoted(&quoted(&long)).as_deref(), Some(long.as_str()));
        assert_eq!(quoted(&long).matches("\" \"").count(), 2);
    }

    #[test]
    fn what_is_no_row_is_refused() {
        for (line, outcome) in [
            ("www", Outcome::DnsRecordTypeUnknown),
            ("www 600 600 A 192.0.2.1", Outcome::DnsRecordTypeUnknown),
            ("www SOA x", Outcome::DnsRecordTypeUnknown),
            ("www.example.com. A 192.0.2.1", Outcome::DnsRowNameMalformed),
            ("xshop.test. A 192.0.2.1", Outcome::DnsRowNameMalformed),
            ("www A 192.0.2.256", Outcome::DnsRdataMalformed),
            (r#"www TXT "x"#, Outcome::DnsRdataMalformed),
            (r#"www TXT "x" y"#, Outcome::DnsRdataMalformed),
            (r#"www TXT "\999""#, Outcome::DnsRdataMalformed),
        ] {
            assert_eq!(row(line).unwrap_err().outcome, outcome, "{line}");
        }
    }
}
