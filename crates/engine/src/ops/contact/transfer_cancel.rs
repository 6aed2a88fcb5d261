use outcomes::{Operation as Name, Outcome};

use super::{handover, ownership};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Handle, TransferState},
    ops::{TransferAnswer, transfers},
};

/// Withdraws a request for a contact (RFC 5733 section 3.2.4, `op="cancel"`).
///
/// Changes: the contact stays where it is. Bills: nothing. Notifies: the losing sponsor.
///
/// Checks, in this order: whether the contact exists, whether a transfer is pending, whether the actor is the gaining
/// sponsor.
#[derive(Clone, Debug)]
pub struct TransferCancel {
    /// The contact's id.
    pub handle: Handle,
}

impl Operation for TransferCancel {
    type Answer = TransferAnswer;
    const NAME: Name = Name::ContactTransferCancel;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TransferCancelled,
        Outcome::ContactUnknown,
        Outcome::TransferNotPending,
        Outcome::NotTransferParty,
    ];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for TransferCancel {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<TransferAnswer>, Failure> {
        let mut contact = ownership::find(cx, &self.handle)?;
        let transfer =
            transfers::pending(cx, contact.id.into(), self.handle.as_str(), transfers::Side::Gaining)?;

        handover::stay(cx, &mut contact)?;
        let report = transfers::end(cx, transfer, TransferState::ClientCancelled, handover::event(&contact))?;
        cx.record(Self::NAME, contact.id.into(), self.handle.as_str())?;
        Ok(Done::new(Outcome::TransferCancelled, handover::answer(&contact, report)))
    }
}
