//! DNSSEC data of a domain: keys and DS records, each as its fields with blanks between them.

use engine::model::{DnssecData, Ds, Key};
use engine::ops::domain::{DnssecChange, DnssecRemoval};
use engine::{Field, Outcome, Refusal};

use crate::params::{Params, number};

/// Reads all that was sent; what changes it one by one has `ADD` or `DEL` before the names.
pub(super) fn read(params: &mut Params, before: &str) -> DnssecData {
    let mut data = DnssecData::default();
    for name in KEYS {
        data.keys.extend(params.each(&format!("{before}{name}"), Field::DnssecData, key));
    }
    for name in RECORDS {
        data.ds.extend(params.each(&format!("{before}{name}"), Field::DnssecData, record));
    }
    data
}

/// Reads a change: what is to be from now on, or what comes and goes.
pub(super) fn change(params: &mut Params) -> Option<DnssecChange> {
    let is_replaced = KEYS.iter().chain(&RECORDS).any(|name| params.was_sent(name));
    let clears = params.flag("DNSSECDELALL").unwrap_or_default();
    let (mut add, gone) = (read(params, ""), read(params, "DEL"));
    let added = read(params, "ADD");
    add.keys.extend(added.keys);
    add.ds.extend(added.ds);
    let remove = match gone {
        _ if is_replaced || clears => Some(DnssecRemoval::All),
        DnssecData { ds, .. } if !ds.is_empty() => Some(DnssecRemoval::Ds(ds)),
        DnssecData { keys, .. } if !keys.is_empty() => Some(DnssecRemoval::Keys(keys)),
        _ => None,
    };
    let change = DnssecChange { remove, add };
    (!change.is_empty()).then_some(change)
}

/// A key as it is shown.
pub(super) fn shown_key(key: &Key) -> String {
    format!("{} 3 {} {}", key.flags, key.algorithm, key.public_key)
}

/// A DS record as it is shown.
pub(super) fn shown_record(ds: &Ds) -> String {
    format!("{} {} {} {}", ds.key_tag, ds.algorithm, ds.digest_type, ds.digest)
}

/// Flags, protocol, algorithm, key.
fn key(text: &str) -> Result<Key, Refusal> {
    let [flags, protocol, algorithm, public_key] = fields(text)?;
    Key::parse(number(flags)?, number(protocol)?, number(algorithm)?, public_key)
}

/// Key tag, algorithm, type of the digest, digest.
fn record(text: &str) -> Result<Ds, Refusal> {
    let [tag, algorithm, digest_type, digest] = fields(text)?;
    let digest: String = digest.split_ascii_whitespace().collect();
    Ds::parse(number(tag)?, number(algorithm)?, number(digest_type)?, &digest, None)
}

/// The last field may hold blanks of its own.
fn fields(text: &str) -> Result<[&str; 4], Refusal> {
    let fields: Vec<&str> = text.trim().splitn(4, ' ').map(str::trim).collect();
    fields.try_into().map_err(|_| Refusal::new(Outcome::TextMalformed).value(text))
}

const KEYS: [&str; 2] = ["DNSSEC", "SECDNS-KEY"];
const RECORDS: [&str; 2] = ["DNSSECDSDATA", "SECDNS-DS"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_shown_as_they_are_read() {
        let text = format!("12345 13 2 {}", "AB".repeat(32));
        assert_eq!(shown_record(&record(&text).unwrap()), text);
        assert_eq!(shown_key(&key("257 3 13 AQ PJ").unwrap()), "257 3 13 AQPJ");
        for text in ["12345 13 2", "a 13 2 AB", ""] {
            assert!(record(text).is_err(), "{text}");
        }
    }
}
