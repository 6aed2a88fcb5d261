use outcomes::{Operation as Name, Outcome};

use super::{handover, ownership};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Handle, TransferState},
    ops::{TransferAnswer, transfers},
};

/// Lets a contact go to the sponsor who asked for it (RFC 5733 section 3.2.4, `op="approve"`).
///
/// Changes: the contact has a new sponsor, its authInfo is void. Bills: nothing. Notifies: the gaining sponsor.
///
/// Checks, in this order: whether the contact exists, whether a transfer is pending, whether the actor is the losing
/// sponsor.
#[derive(Clone, Debug)]
pub struct TransferApprove {
    /// The contact's id.
    pub handle: Handle,
}

impl Operation for TransferApprove {
    type Answer = TransferAnswer;
    const NAME: Name = Name::ContactTransferApprove;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TransferApproved,
        Outcome::ContactUnknown,
        Outcome::TransferNotPending,
        Outcome::NotTransferParty,
    ];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for TransferApprove {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<TransferAnswer>, Failure> {
        let mut contact = ownership::find(cx, &self.handle)?;
        let transfer =
            transfers::pending(cx, contact.id.into(), self.handle.as_str(), transfers::Side::Losing)?;

        handover::hand_over(cx, &mut contact, &transfer)?;
        let report = transfers::end(cx, transfer, TransferState::ClientApproved, handover::event(&contact))?;
        cx.record(Self::NAME, contact.id.into(), self.handle.as_str())?;
        Ok(Done::new(Outcome::TransferApproved, handover::answer(&contact, report)))
    }
}
