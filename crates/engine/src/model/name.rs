//! Domain names.

use std::fmt;

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use outcomes::Outcome;

use crate::Refusal;

/// A fully qualified domain name in its canonical form: lower case, A-labels, no final dot, at most 253 characters.
///
/// Names of hosts and domains share the syntax of RFC 1123: letters, digits and hyphens. Internationalised
/// names are read as U-labels or A-labels under the strict rules of UTS 46.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DomainName(Box<str>);

impl DomainName {
    /// Reads a name with at least one label.
    ///
    /// # Errors
    /// `domain_name_malformed` when it breaks a rule of syntax, with the rule as the fact `rule`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let malformed =
            |rule: &str| Refusal::new(Outcome::DomainNameMalformed).value(text).fact("rule", rule);
        if text.len() > LONGEST_INPUT {
            return Err(malformed("it is longer than 253 characters"));
        }
        if is_simple(text) {
            return Ok(Self(text.to_ascii_lowercase().into()));
        }
        let name = if is_plain(text) {
            text.to_ascii_lowercase()
        } else {
            to_ascii(text).ok_or_else(|| malformed(IDNA))?
        };
        match broken_rule(&name) {
            Some(rule) => Err(malformed(rule)),
            None => Ok(Self(name.into())),
        }
    }

    /// The canonical text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The labels, leftmost first.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.0.split('.')
    }

    /// The leftmost label and what stands behind it, unless there is only one label.
    pub fn split_first(&self) -> Option<(&str, &str)> {
        self.0.split_once('.')
    }

    /// Whether this is `ancestor` or a name below it.
    pub fn is_within(&self, ancestor: &str) -> bool {
        self.0.strip_suffix(ancestor).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    }

    /// The ancestor that has one label more than `zone`, if the name lies below it: for `ns1.shop.example` in
    /// `example` it is `shop.example`.
    pub fn child_of(&self, zone: &str) -> Option<Self> {
        let head = self.0.strip_suffix(zone)?.strip_suffix('.')?;
        let start = head.rfind('.').map_or(0, |dot| dot + 1);
        Some(Self(self.0[start..].into()))
    }

    /// The name with its A-labels shown as U-labels.
    pub fn unicode(&self) -> String {
        idna::domain_to_unicode(&self.0).0
    }

    /// A name that was parsed before and comes back from the store.
    pub fn from_store(text: String) -> Self {
        Self(text.into())
    }
}

impl AsRef<str> for DomainName {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<DomainName> for String {
    fn from(name: DomainName) -> Self {
        name.0.into()
    }
}

impl fmt::Display for DomainName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether nothing can be wrong with a name, as with nearly all: it is no longer than a label may be, and each hyphen and
/// dot stands between letters or digits. Checks of names are the most frequent of all requests.
fn is_simple(text: &str) -> bool {
    let mut stands_alone = true;
    for byte in text.bytes() {
        let joins = matches!(byte, b'-' | b'.');
        if !PLAIN[usize::from(byte)] || (joins && stands_alone) {
            return false;
        }
        stands_alone = joins;
    }
    !stands_alone && text.len() <= LONGEST_LABEL
}

/// Letters, digits, hyphens and dots, without an A-label: no need to ask UTS 46.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| PLAIN[usize::from(byte)]) && !has_reserved_hyphens(text)
}

/// The labels as bytes: short as they are, searching them for a dot as text takes longer than looking at each byte.
fn labels_of(name: &str) -> impl Iterator<Item = &[u8]> {
    name.as_bytes().split(|byte| *byte == b'.')
}

/// Whether some label has hyphens in its third and fourth place. Few names have two hyphens anywhere.
fn has_reserved_hyphens(name: &str) -> bool {
    let has_two = name.as_bytes().windows(2).any(|pair| pair == b"--");
    has_two && labels_of(name).any(|label| label.get(2..4) == Some(b"--"))
}

fn to_ascii(text: &str) -> Option<String> {
    let strict = Uts46::new();
    strict
        .to_ascii(text.as_bytes(), AsciiDenyList::STD3, Hyphens::Check, DnsLength::Verify)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

/// Of a name that consists of letters, digits, hyphens and dots: to others, UTS 46 objects.
fn broken_rule(name: &str) -> Option<&'static str> {
    if name.len() > 253 {
        return Some("it is longer than 253 characters");
    }
    labels_of(name).find_map(broken_label_rule)
}

fn broken_label_rule(label: &[u8]) -> Option<&'static str> {
    match label {
        [] => Some("a label is empty"),
        bytes if bytes.len() > LONGEST_LABEL => Some("a label is longer than 63 characters"),
        [b'-', ..] | [.., b'-'] => Some("a label begins or ends with a hyphen"),
        _ => None,
    }
}

/// In bytes (RFC 1035 section 2.3.4).
const LONGEST_LABEL: usize = 63;

const IDNA: &str = "it is no valid internationalised name (UTS 46)";

/// What a name consists of: letters, digits, hyphens, dots. Looked up for every byte of every name, so a table.
static PLAIN: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < table.len() {
        let byte = at as u8;
        table[at] = byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
        at += 1;
    }
    table
};

/// U-labels may be longer in UTF-8 than as A-labels; anything beyond this is no name.
const LONGEST_INPUT: usize = 1024;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_names_in_their_canonical_form() {
        let canonical = |text: &str| DomainName::parse(text).unwrap().to_string();
        assert_eq!(canonical("Example.TEST"), "example.test");
        assert_eq!(canonical("BÜCHER.test"), "xn--bcher-kva.test");
        assert_eq!(canonical("xn--bcher-kva.test"), "xn--bcher-kva.test");
        assert_eq!(DomainName::parse("bücher.test").unwrap().unicode(), "bücher.test");
    }

    #[test]
    fn refuses_what_is_no_name() {
        let long_label = format!("{}.test", "a".repeat(64));
        let long_name = ["a".repeat(63).as_str(); 5].join(".");
        for text in [
            "",
            ".",
            "a..test",
            "-a.test",
            "a-.test",
            "a_b.test",
            "a b.test",
            "ab--cd.test",
            "xn--a.test",
            "a.test.",
            &long_label,
            &long_name,
            "\u{0}.test",
        ] {
            assert_eq!(
                DomainName::parse(text).unwrap_err().outcome,
                Outcome::DomainNameMalformed,
                "{text:?}"
            );
        }
    }

    #[test]
    fn nothing_is_wrong_with_a_simple_name() {
        let mut names = vec![String::new()];
        for _ in 0..6 {
            names = names
                .iter()
                .flat_map(|name| ["a", "Z", "-", ".", "_"].map(|next| format!("{name}{next}")))
                .collect();
            for name in names.iter().filter(|name| is_simple(name)) {
                assert!(is_plain(name) && broken_rule(name).is_none(), "{name}");
            }
        }
        assert!(is_simple("a-b.c9") && !is_simple("a--b.c") && !is_simple(&"a".repeat(64)));
    }

    #[test]
    fn knows_its_place_in_the_tree() {
        let name = DomainName::parse("ns1.shop.example").unwrap();
        assert!(
            name.is_within("example") && name.is_within("shop.example") && name.is_within("ns1.shop.example")
        );
        assert!(!name.is_within("hop.example"));
        assert_eq!(name.child_of("example").unwrap().as_str(), "shop.example");
        assert_eq!(name.child_of("shop.example").unwrap().as_str(), "ns1.shop.example");
        assert!(name.child_of("ns1.shop.example").is_none());
    }
}
