//! Parameters that several commands for zones have.

use engine::model::{DomainName, PrimaryAddress};
use engine::ops::dns_row::NewDnsRow;
use engine::policy::DnsRules;
use engine::{Field, Outcome, Refusal};

use super::row;
use crate::params::Params;

/// The zone that a command is about. Some clients end its name with a dot.
pub(super) fn zone(params: &mut Params) -> Option<DomainName> {
    params.need("DNSZONE", Field::DnsZoneName, whole)
}

/// A name with or without its final dot.
pub(super) fn whole(text: &str) -> Result<DomainName, Refusal> {
    DomainName::parse(text.strip_suffix('.').unwrap_or(text))
}

/// The rows of a list.
pub(super) fn rows(
    params: &mut Params,
    name: &str,
    zone: Option<&DomainName>,
    rules: &DnsRules,
) -> Vec<NewDnsRow> {
    let lines = params.texts(name);
    let Some(zone) = zone else { return Vec::new() };
    let read = |line: String| params.take(Field::DnsRdata, row::read(&line, zone, rules));
    lines.into_iter().filter_map(read).collect()
}

/// The server that a secondary zone comes from: one, which is asked for all versions.
pub(super) fn primary(params: &mut Params) -> Option<PrimaryAddress> {
    let mut addresses = params.each("MASTERIPADDRESS", Field::DnsPrimary, PrimaryAddress::parse);
    if let Some(another) = addresses.get(1) {
        params.add(Refusal::new(Outcome::DnsPrimaryRefused).at(Field::DnsPrimary).value(another));
    }
    addresses.drain(..).next()
}

/// Refuses values of the start of authority that follow from others: the server from the name servers, the serial from
/// the versions that are published.
pub(super) fn refuse_fixed(params: &mut Params) {
    for (name, field) in [("SOAMNAME", Field::DnsNameServer), ("SOASERIAL", Field::DnsSoa)] {
        if let Some(value) = params.text(name) {
            params.add(Refusal::new(Outcome::AttributeFixed).at(field).value(value));
        }
    }
}
