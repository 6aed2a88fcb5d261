use outcomes::Operation as Name;

use super::handover;
use crate::{
    Failure, Writing,
    model::{Contact, Transfer, TransferState},
    ops::transfers,
};

/// Lets a contact go whose losing sponsor did not answer in time.
///
/// Changes: the contact has a new sponsor, its authInfo is void. Bills nothing. Notifies: both sponsors.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn transfer_time_out(
    cx: &Writing<'_>,
    mut contact: Contact,
    transfer: Transfer,
) -> Result<TransferState, Failure> {
    let state = TransferState::ServerApproved;
    handover::hand_over(cx, &mut contact, &transfer)?;
    transfers::end(cx, transfer, state, handover::event(&contact))?;
    cx.record(Name::TransferTimeOut, contact.id.into(), contact.handle.as_str())?;
    Ok(state)
}
