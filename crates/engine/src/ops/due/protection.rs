//! The next step in the life of a protection service.

use super::{Deed, Fired};
use crate::{
    Failure, Writing,
    model::{ObjectId, Protection, ProtectionId, ProtectionState, RenewalMode},
    ops::protection::{Renewal, SetUp, auto_renew, end, ends_at, network_knows, set_up},
};

/// Takes the step that a service's state and dates ask for now.
///
/// # Errors
/// A fault of the store.
pub(super) fn step(cx: &Writing<'_>, object: ObjectId) -> Result<Option<Fired>, Failure> {
    let Some(protection) = cx.store.protection_by_id(ProtectionId(object.0))? else { return Ok(None) };
    let name = protection.name.to_string();
    let deed = match protection.state {
        ProtectionState::Requested => match set_up(cx, protection)? {
            SetUp::Done => Some(Deed::ProtectionSetUp),
            SetUp::Cancelled => Some(Deed::ProtectionCancelled),
            SetUp::Waits => None,
        },
        ProtectionState::Running | ProtectionState::Unpaid => at_the_end(cx, protection)?,
    };
    Ok(deed.map(|deed| Fired { at: cx.now, object: name, deed }))
}

/// What becomes of a service whose term is over; nothing before.
fn at_the_end(cx: &Writing<'_>, protection: Protection) -> Result<Option<Deed>, Failure> {
    if cx.now < protection.expires_at {
        return Ok(None);
    }
    if may_go_on(cx, &protection)? {
        let was_running = protection.state == ProtectionState::Running;
        return Ok(match auto_renew(cx, protection)? {
            Renewal::Done => Some(Deed::ProtectionRenewed),
            Renewal::Unpaid => was_running.then_some(Deed::ProtectionUnpaid),
        });
    }
    end(cx, &protection)?;
    Ok(Some(Deed::ProtectionEnded))
}

/// Whether another term can follow: the policy wants that, there is time left to pay for it, and the network still knows
/// the name, so that nobody pays for nothing.
fn may_go_on(cx: &Writing<'_>, protection: &Protection) -> Result<bool, Failure> {
    let is_over = protection.state == ProtectionState::Unpaid && cx.now >= ends_at(cx, protection);
    let may = !is_over && cx.policies.protection.renewal == RenewalMode::Automatic;
    Ok(may && network_knows(cx, protection)?)
}
