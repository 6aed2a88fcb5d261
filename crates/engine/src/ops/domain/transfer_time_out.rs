use outcomes::Operation as Name;

use super::{handover, ownership, transfer_rules};
use crate::{
    Failure, Writing,
    model::{Domain, TimeOut, Transfer, TransferState},
    ops::transfers,
};

/// Decides a transfer whose losing sponsor did not answer in time, as that one chose or the zone's policy says;
/// one that was asked for without the authInfo stays undone unless that one chose otherwise.
///
/// Changes: the domain changes hands as on approval, or stays where it is. Bills: as on approval; what was set aside at
/// the request is given back if the domain stays. Notifies: both sponsors.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn transfer_time_out(
    cx: &Writing<'_>,
    mut domain: Domain,
    mut transfer: Transfer,
) -> Result<TransferState, Failure> {
    let zone = ownership::zone_of(cx.policies, &domain)?.clone();
    let state = match transfer_rules::time_out(&domain, &zone, &transfer) {
        TimeOut::Approve => {
            handover::hand_over(cx, &zone, &mut domain, &mut transfer)?;
            TransferState::ServerApproved
        }
        TimeOut::Cancel => {
            handover::stay(cx, &mut domain)?;
            TransferState::ServerCancelled
        }
    };
    transfers::end(cx, transfer, state, handover::event(&domain))?;
    cx.record(Name::TransferTimeOut, domain.id.into(), domain.name.as_str())?;
    Ok(state)
}
