use outcomes::{Operation as Name, Outcome};

use super::{handover, ownership};
use crate::{
    Done, Failure, Operation, Query, Reading, Refusal,
    model::{AuthInfo, Handle},
    ops::{TransferAnswer, transfers},
};

/// Shows the latest transfer of a contact (RFC 5733 section 3.1.3).
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the contact exists, the authInfo if one is
/// presented, whether it was ever transferred, whether the actor is a party or presented the authInfo.
#[derive(Clone, Debug)]
pub struct TransferQuery {
    /// The contact's id.
    pub handle: Handle,
    /// The authInfo, which lets others than the two parties see the transfer.
    pub proof: Option<AuthInfo>,
}

impl Operation for TransferQuery {
    type Answer = TransferAnswer;
    const NAME: Name = Name::ContactTransferQuery;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TransferFound,
        Outcome::ContactUnknown,
        Outcome::AuthinfoWrong,
        Outcome::AuthinfoLocked,
        Outcome::TransferUnknown,
        Outcome::NotTransferParty,
    ];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Query for TransferQuery {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<TransferAnswer>, Failure> {
        let contact = ownership::find(cx, &self.handle)?;
        if let Some(proof) = &self.proof {
            cx.prove(proof, contact.authinfo.as_ref(), contact.id.into(), self.handle.as_str())?;
        }
        let refused = |outcome| Refusal::new(outcome).value(&self.handle);
        let Some(transfer) = cx.store.transfer(contact.id.into())? else {
            return Err(refused(Outcome::TransferUnknown).into());
        };
        let is_party = [transfer.gaining, transfer.losing, contact.sponsor].contains(&cx.actor.id());
        if !is_party && self.proof.is_none() {
            return Err(refused(Outcome::NotTransferParty).into());
        }
        Ok(Done::new(Outcome::TransferFound, handover::answer(&contact, transfers::report(cx, &transfer)?)))
    }
}
