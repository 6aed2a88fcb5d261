//! Zones and rows as they are shown. Every value is a text, and what has none is an empty text.

use engine::model::{Axfr, DnsRow, DnsZone, Instant};
use engine::ops::dns_zone::DnsZoneView;

use crate::times;
use crate::tree::Tree;

/// A zone in a list. Clients that match text rely on these three and their order.
pub(super) fn listed(zone: &DnsZone) -> Tree {
    Tree::map([
        ("name", Tree::text(zone.name.as_str())),
        ("type", Tree::text(zone.zone_type().name())),
        ("status", Tree::text(zone.state.name())),
    ])
}

/// A zone by itself.
pub(super) fn zone(view: &DnsZoneView) -> Tree {
    let zone = &view.zone;
    let mut entries = vec![
        ("name", Tree::text(zone.name.as_str())),
        ("status", Tree::text(zone.state.name())),
        ("type", Tree::text(zone.zone_type().name())),
        ("tlock", Tree::text(zone.lock.name())),
        ("autocommit", Tree::flag(zone.auto_commit)),
    ];
    entries.extend(zone.axfr().map(transfers).into_iter().flatten());
    entries.extend(zone.source().map(|source| ("primary_ip", Tree::text(source.primary.to_string()))));
    entries.extend(history(view));
    entries.extend(authority(zone));
    Tree::Map(entries)
}

fn transfers(axfr: &Axfr) -> [(&'static str, Tree); 2] {
    let addresses = Tree::texts(axfr.addresses.iter().map(ToString::to_string));
    [("axfr_enabled", Tree::flag(axfr.enabled)), ("axfr_ips", Tree::map([("ip", addresses)]))]
}

fn history(view: &DnsZoneView) -> [(&'static str, Tree); 9] {
    let zone = &view.zone;
    [
        ("changed", Tree::flag(zone.changed)),
        ("changed_date", moment(zone.changed_at)),
        ("commit_date", moment(zone.committed_at)),
        ("reload_pending", Tree::flag(view.next_reload.is_some())),
        ("reload_pending_date", moment(view.next_reload)),
        ("reload_date", moment(zone.reloaded_at)),
        ("disabled_date", moment(zone.disabled_at)),
        ("enabled_date", moment(zone.enabled_at)),
        ("add_date", moment(Some(zone.added_at))),
    ]
}

fn authority(zone: &DnsZone) -> [(&'static str, Tree); 9] {
    let soa = &zone.soa;
    let names = zone.name_servers.iter().map(engine::model::DomainName::as_str);
    [
        ("rname", Tree::text(soa.rname.as_str())),
        ("serial", Tree::text(zone.serial.to_string())),
        ("refresh", Tree::text(soa.refresh.to_string())),
        ("retry", Tree::text(soa.retry.to_string())),
        ("expire", Tree::text(soa.expire.to_string())),
        ("minimum", Tree::text(soa.minimum.to_string())),
        ("rr_cnt", Tree::text(zone.rows.to_string())),
        ("ns_out", Tree::text(zone.name_servers.len().to_string())),
        ("ns", Tree::texts(names)),
    ]
}

/// A row. Its id comes first, as a text: clients find both by their letters.
pub(super) fn row(row: &DnsRow) -> Tree {
    let comment = row.comment.as_ref().map_or("", |comment| comment.as_str());
    Tree::map([
        ("ID", Tree::text(row.id.0.to_string())),
        ("name", Tree::text(row.name.as_str())),
        ("ttl", Tree::text(row.ttl.to_string())),
        ("rdtype", Tree::text(row.rdata.kind().name())),
        ("rdata", Tree::text(row.rdata.text())),
        ("changed_date", moment(Some(row.changed_at))),
        ("author_comment", Tree::text(comment)),
    ])
}

fn moment(moment: Option<Instant>) -> Tree {
    Tree::text(moment.map(times::moment).unwrap_or_default())
}
