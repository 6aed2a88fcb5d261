//! Parameters that several commands for DNS have.

use engine::model::{Axfr, DnsRowId, DomainName, Line};
use engine::ops::dns_zone::SoaChange;
use engine::{Field, Refusal};

use crate::params::{Params, flag, number};

/// The zone that a command is about.
pub(super) fn zone(params: &mut Params, name: &'static str) -> Option<DomainName> {
    params.need(name, Field::DnsZoneName, absolute)
}

/// A whole name. Some clients write the final dot.
pub(super) fn absolute(text: &str) -> Result<DomainName, Refusal> {
    DomainName::parse(text.strip_suffix('.').unwrap_or(text))
}

/// The name servers of a primary zone.
pub(super) fn name_servers(params: &mut Params) -> Vec<DomainName> {
    params.each("ns", Field::DnsNameServer, absolute)
}

/// Who may transfer a primary zone.
pub(super) fn axfr(params: &mut Params) -> Axfr {
    let enabled = params.read(AXFR_ENABLED, Field::DnsAxfrEnabled, flag).unwrap_or_default();
    Axfr { enabled, addresses: params.each(AXFR_IPS, Field::DnsAxfrAddress, Axfr::parse_address) }
}

/// Values of the SOA record, under the names in which a zone shows them.
pub(super) fn soa(params: &mut Params) -> SoaChange {
    SoaChange {
        rname: params.read("rname", Field::DnsMailbox, absolute),
        refresh: params.read("refresh", Field::DnsRefresh, number),
        retry: params.read("retry", Field::DnsRetry, number),
        expire: params.read("expire", Field::DnsExpire, number),
        minimum: params.read("minimum", Field::DnsMinimum, number),
    }
}

/// The row that a command is about.
pub(super) fn row(params: &mut Params) -> Option<DnsRowId> {
    params.need("row_id", Field::DnsRowId, |text| number(text).map(DnsRowId))
}

/// How long a row may be remembered, in seconds.
pub(super) fn ttl(params: &mut Params) -> Option<u32> {
    params.read("ttl", Field::DnsTtl, number)
}

/// What its owner says about a row. The manual names the parameter in two ways, and a client in a third.
pub(super) fn comment(params: &mut Params) -> Option<Line> {
    let name = params.first_of(&["auth_comment", "author_comment", "comment"]);
    params.read(name, Field::DnsComment, |text| Line::parse(text, LONGEST_COMMENT))
}

/// Whether a zone may be transferred.
pub(super) const AXFR_ENABLED: &str = "axfr_enabled";
/// By whom.
pub(super) const AXFR_IPS: &str = "axfr_ips";
/// The server that a secondary zone comes from.
pub(super) const PRIMARY_IP: &str = "primary_ip";
/// In characters.
const LONGEST_COMMENT: usize = 255;
