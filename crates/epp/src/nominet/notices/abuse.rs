//! Reports of abuse, which both families write alike.

use engine::model::AbuseReport;
use wire::xml::Writer;

use crate::nominet::{namespaces, text::time};

/// Writes `<abuse-feed:infData>`.
pub(super) fn render(report: &AbuseReport, xml: &mut Writer) {
    let uri = namespaces::uri("nom-abuse-feed", "1.0").unwrap_or_default();
    xml.open_with("abuse-feed:infData", &[("xmlns:abuse-feed", uri)])
        .leaf("abuse-feed:key", &report.key)
        .leaf("abuse-feed:activity", &report.activity)
        .leaf("abuse-feed:source", &report.source)
        .leaf("abuse-feed:hostname", &report.hostname);
    let date = report.date.map(time);
    for (name, value) in [
        ("abuse-feed:url", &report.url),
        ("abuse-feed:date", &date),
        ("abuse-feed:ip", &report.ip),
        ("abuse-feed:nameserver", &report.nameserver),
        ("abuse-feed:dnsAdmin", &report.dns_admin),
        ("abuse-feed:target", &report.target),
    ] {
        if let Some(value) = value {
            xml.leaf(name, value);
        }
    }
    xml.leaf("abuse-feed:wholeDomain", if report.whole_domain { "Y" } else { "N" }).close();
}
