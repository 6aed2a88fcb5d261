use outcomes::{Field, Operation as Name, Outcome};

use super::{handover, ownership};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{AuthInfo, Contact, Handle, Status, Transfer, TransferState},
    ops::{TransferAnswer, access::require_free, notify::notify, transfers},
};

/// Asks for a contact to change hands (RFC 5733 section 3.2.4, `op="request"`).
///
/// Changes: the transfer is pending. Bills nothing. Notifies: the losing sponsor.
///
/// Checks, in this order: whether the contact exists, that it is another's, the authInfo, a pending transfer, the
/// statuses.
#[derive(Clone, Debug)]
pub struct TransferRequest {
    /// The contact's id.
    pub handle: Handle,
    /// The authInfo.
    pub proof: Option<AuthInfo>,
}

impl Operation for TransferRequest {
    type Answer = TransferAnswer;
    const NAME: Name = Name::ContactTransferRequest;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TransferRequested,
        Outcome::ContactUnknown,
        Outcome::AlreadySponsor,
        Outcome::AuthinfoMissing,
        Outcome::AuthinfoWrong,
        Outcome::AuthinfoLocked,
        Outcome::TransferPending,
        Outcome::StatusProhibits,
    ];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for TransferRequest {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<TransferAnswer>, Failure> {
        let mut contact = ownership::find(cx, &self.handle)?;
        self.authorise(cx, &contact)?;
        if contact.statuses.has(Status::PendingTransfer) {
            return Err(self.refused(Outcome::TransferPending).into());
        }
        require_free(&contact.statuses, Status::BARS_TRANSFER, self.handle.as_str())?;

        contact.statuses.set(Status::PendingTransfer, None);
        cx.store.update_contact(&contact)?;
        let transfer = pending(cx, &contact);
        cx.store.put_transfer(&transfer)?;
        transfers::schedule(cx, &transfer)?;
        cx.record(Self::NAME, contact.id.into(), self.handle.as_str())?;

        let report = transfers::report(cx, &transfer)?;
        notify(cx, transfer.losing, handover::event(&contact)(report.clone()))?;
        Ok(Done::new(Outcome::TransferRequested, handover::answer(&contact, report)))
    }
}

impl TransferRequest {
    fn authorise(&self, cx: &Writing<'_>, contact: &Contact) -> Result<(), Failure> {
        if contact.sponsor == cx.actor.id() {
            return Err(self.refused(Outcome::AlreadySponsor).into());
        }
        let missing = || Refusal::new(Outcome::AuthinfoMissing).at(Field::Authinfo).value(&self.handle);
        let proof = self.proof.as_ref().ok_or_else(missing)?;
        cx.prove(proof, contact.authinfo.as_ref(), contact.id.into(), self.handle.as_str())
    }

    fn refused(&self, outcome: Outcome) -> Refusal {
        Refusal::new(outcome).at(Field::ContactId).value(&self.handle)
    }
}

fn pending(cx: &Writing<'_>, contact: &Contact) -> Transfer {
    Transfer {
        object: contact.id.into(),
        state: TransferState::Pending,
        gaining: cx.actor.id(),
        requested_at: cx.now,
        losing: contact.sponsor,
        acts_at: cx.now.plus_days(cx.policies.house.contact_transfer_days.into()),
        years: 0,
        expires_at: None,
        asked: Some(cx.asked()),
    }
}
