//! Whose a name is where it comes to leading its mail or its visitors somewhere.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal,
    model::{DnsZone, DnsZoneState, DomainName},
    ports::store::Snapshot,
};

/// The domain or DNS zone of the actor in which a name lies. Both have the same name, directly under a zone that is served;
/// where they are two accounts', either may lead the name somewhere.
///
/// # Errors
/// `held_name_unknown` when there is neither, `held_name_foreign` when both are other accounts'.
pub(super) fn require_held<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: &DomainName,
    field: Field,
) -> Result<DomainName, Failure> {
    let refused = |outcome| Failure::from(Refusal::new(outcome).at(field).value(name));
    let held = cx.policies.superordinate(name).ok_or_else(|| refused(Outcome::HeldNameUnknown))?;
    let is_present = |zone: &DnsZone| zone.state != DnsZoneState::Deleted;
    let zone = cx.store.dns_zone(&held)?.filter(is_present).map(|zone| zone.owner);
    let domain = cx.store.domain(&held)?.map(|domain| domain.sponsor);
    match [zone, domain] {
        [None, None] => Err(refused(Outcome::HeldNameUnknown)),
        holders if holders.contains(&Some(cx.actor.id())) => Ok(held),
        _ => Err(refused(Outcome::HeldNameForeign)),
    }
}
