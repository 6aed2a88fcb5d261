//! Protection services and receipts as they are shown.

use engine::Done;
use engine::model::Protection;
use engine::ops::Receipt;
use engine::ops::protection::Ordered;

use crate::answer::Reply;
use crate::times;
use crate::tree::Tree;

/// A service in a list.
pub(super) fn listed(protection: &Protection) -> Tree {
    Tree::Map(summary(protection))
}

/// A service by itself.
pub(super) fn service(protection: &Protection, owner: &str) -> Tree {
    let settings = &protection.settings;
    let mut entries = summary(protection);
    entries.extend([
        ("owner", Tree::text(owner)),
        ("created_date", Tree::Text(times::moment(protection.created_at))),
        ("mode", Tree::text(protection.mode.name())),
        ("upstream_ips", listing("ip", settings.upstreams.iter().map(ToString::to_string))),
        ("policy", listing("rule", settings.rules.iter().map(ToString::to_string))),
        ("template", Tree::flag(protection.is_template)),
        ("dns_set", Tree::flag(protection.dns_set)),
    ]);
    Tree::Map(entries)
}

/// What was ordered and paid.
pub(super) fn ordered(done: Done<Ordered>) -> Reply {
    Reply::telling(done, |Ordered { protection, receipt }| {
        let mut entries = vec![
            ("WGP_ID", Tree::text(protection.id.0.to_string())),
            ("domain", Tree::text(protection.name.as_str())),
        ];
        entries.extend(paid(&receipt));
        Tree::Map(entries)
    })
}

/// What was paid, and what that left.
pub(super) fn paid(receipt: &Receipt) -> [(&'static str, Tree); 5] {
    [
        ("order_num", Tree::text(receipt.order.0.to_string())),
        ("currency", Tree::text(receipt.amount.currency.code())),
        ("amount", Tree::text(receipt.amount.to_string())),
        ("acc_amount_before", Tree::text(receipt.before.to_string())),
        ("acc_amount_current", Tree::text(receipt.after.to_string())),
    ]
}

fn summary(protection: &Protection) -> Vec<(&'static str, Tree)> {
    vec![
        ("WGP_ID", Tree::text(protection.id.0.to_string())),
        ("domain", Tree::text(protection.name.as_str())),
        ("status", Tree::text(protection.state.name())),
        ("variant_id", Tree::text(protection.plan.number().to_string())),
        ("period_id", Tree::text(protection.cycle.number().to_string())),
        ("expiration", Tree::Text(times::day(protection.expires_at))),
    ]
}

fn listing(element: &'static str, texts: impl Iterator<Item = String>) -> Tree {
    Tree::map([(element, Tree::texts(texts))])
}
