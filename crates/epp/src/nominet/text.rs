//! How values are written.

use engine::model::{DomainName, HostAddress, Instant, Phone};

/// A moment without fractions and zone, as Nominet writes it: `2010-05-09T14:11:18`.
pub(super) fn time(at: Instant) -> String {
    let mut text = at.to_string();
    text.truncate(TIME);
    text
}

/// The name of a host with its final dot.
pub(super) fn host(name: &DomainName) -> String {
    format!("{name}.")
}

/// An address in full: `0001:0002:...`.
pub(super) fn address(address: &HostAddress) -> String {
    match address.to_string().parse::<std::net::Ipv6Addr>() {
        Ok(v6) => v6.segments().map(|part| format!("{part:04x}")).join(":"),
        Err(_) => address.to_string(),
    }
}

/// A telephone number of the nom family: as one dials it at home.
pub(super) fn phone(phone: &Phone) -> String {
    phone.number().strip_prefix("+44.").map_or_else(|| phone.number().to_owned(), |rest| format!("0{rest}"))
}

/// A telephone number of the nom family in the form of the standards.
pub(super) fn e164(text: &str) -> String {
    if text.starts_with('+') {
        return text.to_owned();
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    format!("+44.{}", digits.trim_start_matches('0'))
}

/// Characters of a moment without fractions.
const TIME: usize = "2010-05-09T14:11:18".len();
