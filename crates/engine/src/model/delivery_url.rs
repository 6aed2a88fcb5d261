//! URLs that notices are posted to.

use std::{
    fmt,
    net::{Ipv4Addr, Ipv6Addr},
};

use outcomes::Outcome;

use crate::Refusal;

/// An absolute `http` or `https` URL with a host, perhaps a port, path and query (RFC 3986), at most 2000 characters.
///
/// No user name: it would stand in logs. No fragment: it is never sent. No host that only some resolvers take for an
/// address, such as `127.1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryUrl(Box<str>);

impl DeliveryUrl {
    /// Reads a URL.
    ///
    /// # Errors
    /// `url_malformed` when it is none, or has parts that are not taken.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        if is_sound(text) {
            Ok(Self(text.into()))
        } else {
            Err(Refusal::new(Outcome::UrlMalformed).value(text))
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether what is sent there is encrypted.
    pub fn is_encrypted(&self) -> bool {
        self.0.starts_with(HTTPS)
    }
}

impl fmt::Display for DeliveryUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_sound(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(HTTPS).or_else(|| text.strip_prefix(HTTP)) else { return false };
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    text.len() <= LONGEST && text.bytes().all(is_url_byte) && is_authority(&rest[..end])
}

/// What RFC 3986 lets stand in a path or query. A `%` is not looked behind.
fn is_url_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?[]@!$&'()*+,;=%".contains(&byte)
}

fn is_authority(authority: &str) -> bool {
    // The colons of an IPv6 address stand in brackets.
    let (host, port) = match authority.rfind(':') {
        Some(colon) if !authority.ends_with(']') => (&authority[..colon], Some(&authority[colon + 1..])),
        _ => (authority, None),
    };
    port.is_none_or(is_port) && is_host(host)
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
}

fn is_host(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return address.parse::<Ipv6Addr>().is_ok();
    }
    host.parse::<Ipv4Addr>().is_ok() || is_name(host)
}

fn is_name(host: &str) -> bool {
    let is_label = |label: &str| {
        let sound = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        sound && (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    host.len() <= 253 && host.split('.').all(is_label) && last.starts_with(|c: char| c.is_ascii_alphabetic())
}

const HTTPS: &str = "https://";
const HTTP: &str = "http://";
const LONGEST: usize = 2000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_urls_from_other_text() {
        for good in [
            "https://example.test",
            "https://example.test/",
            "http://localhost:8080/notices?from=chancery&x=%20",
            "https://192.0.2.1/a",
            "https://[2001:db8::1]:8443/a",
            "https://example.test?x",
        ] {
            assert_eq!(DeliveryUrl::parse(good).unwrap().as_str(), good);
        }
        let long = format!("https://example.test/{}", "a".repeat(LONGEST));
        for bad in [
            "",
            "example.test",
            "ftp://example.test/",
            "HTTPS://example.test/",
            "https://",
            "https:///path",
            "https://user@example.test/",
            "https://user:pw@example.test/",
            "https://example.test/#part",
            "https://example.test/a b",
            "https://example.test\\@192.0.2.1/",
            "https://example.test:0/",
            "https://example.test:65536/",
            "https://example.test:+80/",
            "https://example..test/",
            "https://-example.test/",
            "https://127.1/",
            "https://0x7f.0.0.1/",
            "https://2130706433/",
            "https://[::1/",
            "https://[example]/",
            "https://exämple.test/",
            "https://example.test/\r\nX: y",
            &long,
        ] {
            assert!(DeliveryUrl::parse(bad).is_err(), "{bad}");
        }
    }
}
