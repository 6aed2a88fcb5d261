//! Names of rows.

use std::fmt;

use outcomes::Outcome;

use super::RecordType;
use crate::{Refusal, model::DomainName};

/// The name of a row, relative to its zone and in lower case; empty for the zone itself.
///
/// It is taken literally: `www.shop.test` in the zone `shop.test` is the name `www.shop.test.shop.test`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowName(Box<str>);

impl RowName {
    /// The zone itself.
    pub fn apex() -> Self {
        Self("".into())
    }

    /// Reads a name: nothing or `@` for the zone itself, otherwise labels of letters, digits, hyphens and underscores.
    /// The first label may be `*`. Labels in other scripts are read as in [`DomainName::parse`].
    ///
    /// # Errors
    /// `dns_row_name_malformed` with the broken rule as the fact `rule`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        if matches!(text, "" | "@") {
            return Ok(Self::apex());
        }
        let malformed = |rule| Refusal::new(Outcome::DnsRowNameMalformed).value(text).fact("rule", rule);
        let labels = text.split('.').enumerate().map(|(place, label)| read_label(label, place == 0));
        let name = labels.collect::<Result<Vec<_>, _>>().map_err(malformed)?.join(".");
        if name.len() > LONGEST { Err(malformed(TOO_LONG)) } else { Ok(Self(name.into())) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is the zone itself.
    pub fn is_apex(&self) -> bool {
        self.0.is_empty()
    }

    /// The labels, leftmost first; none for the zone itself.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.0.split('.').filter(|label| !label.is_empty())
    }

    /// Whether it stands for every name below.
    pub fn is_wildcard(&self) -> bool {
        self.labels().next() == Some("*")
    }

    /// The whole name of the row in a zone, without final dot.
    pub fn within(&self, zone: &DomainName) -> String {
        if self.is_apex() { zone.to_string() } else { format!("{}.{zone}", self.0) }
    }

    /// # Errors
    /// `dns_row_name_malformed` if the name is too long in this zone.
    pub fn check_within(&self, zone: &DomainName) -> Result<(), Refusal> {
        let whole = self.within(zone);
        if whole.len() <= LONGEST {
            return Ok(());
        }
        Err(Refusal::new(Outcome::DnsRowNameMalformed).value(whole).fact("rule", TOO_LONG))
    }

    /// # Errors
    /// `dns_row_name_refused` if rows of a type cannot have the name.
    pub fn check_for(&self, kind: RecordType) -> Result<(), Refusal> {
        let Some(rule) = self.rule_against(kind) else { return Ok(()) };
        let refusal = Refusal::new(Outcome::DnsRowNameRefused).value(self);
        Err(refusal.fact("type", kind).fact("rule", rule))
    }

    fn rule_against(&self, kind: RecordType) -> Option<&'static str> {
        match kind {
            RecordType::Ns if self.is_apex() => {
                Some("the name servers of the zone itself belong to the zone")
            }
            RecordType::Ds if self.is_apex() => Some("that of the zone itself belongs to its parent"),
            RecordType::Ns | RecordType::Ds if self.is_wildcard() => {
                Some("a delegation has a name of its own")
            }
            RecordType::Srv if !self.begins_with_service(|_| true) => {
                Some("it begins with _service and _protocol, such as _sip._tcp")
            }
            RecordType::Tlsa if !self.begins_with_service(is_port) => {
                Some("it begins with _port and _protocol, such as _443._tcp")
            }
            _ => None,
        }
    }

    /// `_service._protocol`, where the service fits.
    fn begins_with_service(&self, fits: impl Fn(&str) -> bool) -> bool {
        let mut labels = self.labels();
        let mut next = || labels.next()?.strip_prefix('_').filter(|word| !word.is_empty());
        next().is_some_and(fits) && next().is_some()
    }

    /// A name that is known to be one: it comes back from the store, or stood in a message of the DNS.
    pub fn from_store(text: String) -> Self {
        Self(text.into())
    }
}

/// `@` for the zone itself.
impl fmt::Display for RowName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_apex() { "@" } else { &self.0 })
    }
}

/// A label in its canonical form, or the rule that it breaks.
fn read_label(label: &str, is_first: bool) -> Result<String, &'static str> {
    if !label.is_ascii() {
        let read = DomainName::parse(label).map_err(|_| "it is no valid internationalised name (UTS 46)")?;
        return Ok(read.as_str().to_owned());
    }
    match label.as_bytes() {
        [] => Err("a label is empty"),
        [b'*'] if is_first => Ok(label.to_owned()),
        [b'*'] => Err("only the first label can be *"),
        bytes if bytes.len() > 63 => Err("a label is longer than 63 characters"),
        [b'-', ..] | [.., b'-'] => Err("a label begins or ends with a hyphen"),
        bytes if !bytes.iter().all(is_letter_digit_hyphen_underscore) => {
            Err("a label holds something else than letters, digits, hyphens and underscores")
        }
        _ => Ok(label.to_ascii_lowercase()),
    }
}

fn is_letter_digit_hyphen_underscore(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

fn is_port(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u16>().is_ok()
}

/// How long a whole name can be, without final dot.
const LONGEST: usize = 253;
const TOO_LONG: &str = "it is longer than 253 characters together with the zone";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_relative_and_taken_literally() {
        let read = |text: &str| RowName::parse(text).unwrap().as_str().to_owned();
        assert_eq!([read(""), read("@"), read("WWW"), read("*"), read("*.a")], ["", "", "www", "*", "*.a"]);
        assert_eq!(read("docs.example.com"), "docs.example.com");
        assert_eq!(read("_acme-challenge.b\u{fc}cher"), "_acme-challenge.xn--bcher-kva");
        let zone = DomainName::parse("shop.test").unwrap();
        assert_eq!(RowName::parse("www").unwrap().within(&zone), "www.shop.test");
        assert_eq!(RowName::apex().within(&zone), "shop.test");
    }

    #[test]
    fn what_is_no_name_is_refused() {
        let long = "a".repeat(64);
        let deep = ["a".repeat(63).as_str(); 4].join(".");
        for bad in ["a.", ".a", "a..b", "a b", "a*", "a.*", "**", "-a", "a-", "a\u{0}", "a/b", &long, &deep] {
            assert_eq!(RowName::parse(bad).unwrap_err().outcome, Outcome::DnsRowNameMalformed, "{bad:?}");
        }
        let fits_alone = RowName::parse(&["a".repeat(63).as_str(); 3].join(".")).unwrap();
        let zone = DomainName::parse(&format!("{}.test", "b".repeat(57))).unwrap();
        assert!(fits_alone.check_within(&zone).is_err());
    }

    #[test]
    fn some_types_have_names_of_their_own() {
        let fits = |name: &str, kind| RowName::parse(name).unwrap().check_for(kind).is_ok();
        assert!(!fits("", RecordType::Ns) && fits("sub", RecordType::Ns) && !fits("*", RecordType::Ns));
        assert!(!fits("", RecordType::Ds) && fits("sub", RecordType::Ds));
        assert!(fits("_sip._tcp", RecordType::Srv) && fits("_sip._tcp.a", RecordType::Srv));
        assert!(!fits("sip.tcp", RecordType::Srv) && !fits("_sip", RecordType::Srv));
        assert!(fits("_443._tcp.www", RecordType::Tlsa) && !fits("_https._tcp", RecordType::Tlsa));
        assert!(fits("", RecordType::Txt) && fits("*", RecordType::A));
    }
}
