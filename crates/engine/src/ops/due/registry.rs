//! What falls due between registrars and their registry: silence about a release, renewals that were ordered, decisions
//! about registrations, and registrants without domains or with wrong data.

use super::{Deed, Fired};
use crate::{
    Failure, Writing,
    model::{Due, Job},
    ops::{contact::remove_idle, data_quality, domain::decide_referral, handshake, upkeep::renew_as_ordered},
};

/// Does what a reminder is about.
///
/// # Errors
/// A fault of the store.
pub(super) fn look(cx: &Writing<'_>, due: &Due) -> Result<Vec<Fired>, Failure> {
    let fired = |object: String, deed: Deed| Fired { at: cx.now, object, deed };
    Ok(match due.job {
        Job::Handshake => {
            let names = handshake::lapse(cx, due.object)?;
            names.into_iter().map(|name| fired(name.to_string(), Deed::HandshakeLapsed)).collect()
        }
        Job::Upkeep => {
            let done = renew_as_ordered(cx, due.object)?;
            let deed = |renewed| if renewed { Deed::AutoRenewed } else { Deed::RenewalUnpaid };
            done.map(|(name, renewed)| fired(name, deed(renewed))).into_iter().collect()
        }
        Job::Idle => {
            let removed = remove_idle(cx, due.object)?;
            removed.map(|handle| fired(handle.to_string(), Deed::RegistrantRemoved)).into_iter().collect()
        }
        Job::DataQuality => {
            let done = data_quality::step(cx, due.object)?;
            done.map(|(handle, deed)| fired(handle, deed)).into_iter().collect()
        }
        _ => {
            let done = decide_referral(cx, due.object)?;
            let deed = |approved| if approved { Deed::ReferralApproved } else { Deed::ReferralRefused };
            done.map(|(name, approved)| fired(name, deed(approved))).into_iter().collect()
        }
    })
}
