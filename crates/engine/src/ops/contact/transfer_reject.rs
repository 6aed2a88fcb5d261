use outcomes::{Operation as Name, Outcome};

use super::{handover, ownership};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Handle, TransferState},
    ops::{TransferAnswer, transfers},
};

/// Keeps a contact from the sponsor who asked for it (RFC 5733 section 3.2.4, `op="reject"`).
///
/// Changes: the contact stays where it is. Bills: nothing. Notifies: the gaining sponsor.
///
/// Checks, in this order: whether the contact exists, whether a transfer is pending, whether the actor is the losing
/// sponsor.
#[derive(Clone, Debug)]
pub struct TransferReject {
    /// The contact's id.
    pub handle: Handle,
}

impl Operation for TransferReject {
    type Answer = TransferAnswer;
    const NAME: Name = Name::ContactTransferReject;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TransferRejected,
        Outcome::ContactUnknown,
        Outcome::TransferNotPending,
        Outcome::NotTransferParty,
    ];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for TransferReject {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<TransferAnswer>, Failure> {
        let mut contact = ownership::find(cx, &self.handle)?;
        let transfer =
            transfers::pending(cx, contact.id.into(), self.handle.as_str(), transfers::Side::Losing)?;

        handover::stay(cx, &mut contact)?;
        let report = transfers::end(cx, transfer, TransferState::ClientRejected, handover::event(&contact))?;
        cx.record(Self::NAME, contact.id.into(), self.handle.as_str())?;
        Ok(Done::new(Outcome::TransferRejected, handover::answer(&contact, report)))
    }
}
