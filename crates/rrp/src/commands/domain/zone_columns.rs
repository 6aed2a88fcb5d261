//! What a zone allows, in words and numbers.

use engine::policy::{Span, Zone};

/// The periods of a span: `1,2,3`.
pub(super) fn periods(span: Span) -> String {
    let years: Vec<String> = (span.least..=span.most).map(|years| years.to_string()).collect();
    years.join(",")
}

/// How an owner is changed: by a trade, which is paid for, or like any other contact.
pub(super) fn owner_change(has_trade: bool) -> &'static str {
    if has_trade { "TRADE" } else { "UPDATE" }
}

/// Whether a renewal can be asked for at any time.
pub(super) const fn renews_any_time(zone: &Zone) -> bool {
    zone.term.renewable_days.is_none()
}
