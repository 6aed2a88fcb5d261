use outcomes::Operation as Name;

use crate::{
    Failure, Writing,
    ledger::Order,
    model::{Domain, Event, GracePeriod, RenewalMode},
    ops::{notify::notify, payment::charge},
    policy::{Priced, Zone},
};

/// Renews a registration by a year at its expiry, because its sponsor or its zone wants that.
///
/// Changes: the expiry; opens the auto-renew grace period (RFC 3915 section 3.1), counted from the expiry. Bills: a
/// year's renewal, to the sponsor. Notifies: the sponsor. What was to be renewed once is explicit from then on.
///
/// The sponsor's own bars on renewals do not stop it: they are against requests.
///
/// # Errors
/// `price_missing` or `credit_insufficient` when it cannot be paid; then nothing was changed.
pub(in crate::ops) fn auto_renew(cx: &Writing<'_>, zone: &Zone, domain: &mut Domain) -> Result<(), Failure> {
    let order = Order { zone, name: &domain.name, what: Priced::AutoRenew, years: 1 };
    // Nobody waits for an answer that a warning could be in; the notice of it is enough.
    charge(cx, domain.sponsor, &order, domain.id.into())?;

    if domain.renewal.unwrap_or(zone.expiry.renewal) == RenewalMode::Once {
        domain.renewal = Some(RenewalMode::Explicit);
    }
    let ended = domain.expires_at;
    domain.expires_at = ended.plus_years(1);
    if zone.grace.auto_renew > 0 {
        domain.open(GracePeriod::AutoRenew { until: ended.plus_days(zone.grace.auto_renew.into()) }, cx.now);
    }
    cx.store.update_domain(domain)?;
    cx.record(Name::DomainAutoRenew, domain.id.into(), domain.name.as_str())?;
    let event = Event::DomainAutoRenewed { name: domain.name.to_string(), expires_at: domain.expires_at };
    Ok(notify(cx, domain.sponsor, event)?)
}
