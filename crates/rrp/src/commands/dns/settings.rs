//! Parameters that several commands for zones have.

use engine::model::{DomainName, PrimaryAddress};
use engine::ops::dns_row::NewDnsRow;
use engine::ops::dns_zone::SoaChange;
use engine::policy::DnsRules;
use engine::{Field, Outcome, Refusal};

use super::row;
use crate::params::{Params, number};

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

/// Values of the start of authority. Some follow from others: the server from the name servers, the serial from the
/// versions that are published, the TTL from the rules of the house.
pub(super) fn soa(params: &mut Params) -> SoaChange {
    for (name, field) in FIXED {
        if let Some(value) = params.text(name) {
            params.add(Refusal::new(Outcome::AttributeFixed).at(field).value(value));
        }
    }
    SoaChange {
        rname: params.read("SOARNAME", Field::DnsMailbox, whole),
        refresh: params.read("SOAREFRESH", Field::DnsRefresh, number),
        retry: params.read("SOARETRY", Field::DnsRetry, number),
        expire: params.read("SOAEXPIRE", Field::DnsExpire, number),
        minimum: params.read("SOAMINTTL", Field::DnsMinimum, number),
    }
}

const FIXED: [(&str, Field); 3] =
    [("SOAMNAME", Field::DnsNameServer), ("SOASERIAL", Field::DnsSoa), ("SOATTL", Field::DnsTtl)];
