//! Whose a name is where it comes to leading its mail or its visitors somewhere.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal,
    model::{AccountId, Domain, DomainName},
    ports::store::{self, Snapshot},
};

/// The domain or DNS zone of the actor in which a name lies. Of several the nearest decides, so that who has a DNS zone
/// below somebody else's domain has its mail too; where both have the same name, either will do.
///
/// # Errors
/// `held_name_unknown` when there is none, `held_name_foreign` when the nearest is another account's.
pub(super) fn require_held<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: &DomainName,
    field: Field,
) -> Result<DomainName, Failure> {
    let refused = |outcome| Failure::from(Refusal::new(outcome).at(field).value(name));
    let zone = cx.store.nearest_dns_zone(name)?.map(|zone| (zone.name, zone.owner));
    let domain = registered(cx, name)?.map(|domain| (domain.name, domain.sponsor));
    let holdings = || zone.iter().chain(&domain);
    let nearest = holdings().map(|(held, _)| held).max_by_key(|held| held.as_str().len());
    let nearest = nearest.ok_or_else(|| refused(Outcome::HeldNameUnknown))?;
    let is_own = |(held, holder): &(DomainName, AccountId)| held == nearest && *holder == cx.actor.id();
    if holdings().any(is_own) { Ok(nearest.clone()) } else { Err(refused(Outcome::HeldNameForeign)) }
}

/// The registered domain in which a name lies.
fn registered<S: Snapshot + ?Sized>(cx: &Context<'_, S>, name: &DomainName) -> store::Result<Option<Domain>> {
    match cx.policies.superordinate(name) {
        Some(domain) => cx.store.domain(&domain),
        None => Ok(None),
    }
}
