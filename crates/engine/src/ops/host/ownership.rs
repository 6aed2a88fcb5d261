//! Finding the host that a request is about.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal,
    model::{DomainName, Host},
    ops::access::require_sponsor,
    ports::store::Snapshot,
};

/// The host with a name.
///
/// # Errors
/// `host_unknown`.
pub(super) fn find<S: Snapshot + ?Sized>(cx: &Context<'_, S>, name: &DomainName) -> Result<Host, Failure> {
    cx.store
        .host(name)?
        .ok_or_else(|| Refusal::new(Outcome::HostUnknown).at(Field::HostName).value(name).into())
}

/// The host with a name, sponsored by the actor.
///
/// # Errors
/// `host_unknown`, `not_sponsor`.
pub(super) fn find_own<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: &DomainName,
) -> Result<Host, Failure> {
    let host = find(cx, name)?;
    require_sponsor(cx, host.sponsor, name.as_str())?;
    Ok(host)
}
