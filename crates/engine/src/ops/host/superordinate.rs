//! The registered domain that a host lies in.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal,
    model::{AccountId, DomainId, DomainName, Status},
    policy::Place,
    ports::store::Snapshot,
};

/// The domain in which an account may put a host of this name; `None` for a name outside the zones.
///
/// # Errors
/// `host_name_is_zone`, `superordinate_unknown`, `superordinate_foreign`, `superordinate_deleted`.
pub(in crate::ops) fn of<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    account: AccountId,
    host: &DomainName,
    field: Field,
) -> Result<Option<DomainId>, Failure> {
    let refused = |outcome| Refusal::new(outcome).at(field).value(host);
    if let Place::Apex(zone) = cx.policies.place(host) {
        return Err(refused(Outcome::HostNameIsZone).fact("zone", &zone.name).into());
    }
    let Some(name) = cx.policies.superordinate(host) else { return Ok(None) };
    let refused = |outcome| refused(outcome).fact("domain", &name);
    let domain = cx.store.domain(&name)?.ok_or_else(|| refused(Outcome::SuperordinateUnknown))?;
    if domain.sponsor != account {
        return Err(refused(Outcome::SuperordinateForeign).into());
    }
    if domain.statuses.has(Status::PendingDelete) {
        return Err(refused(Outcome::SuperordinateDeleted).into());
    }
    Ok(Some(domain.id))
}
