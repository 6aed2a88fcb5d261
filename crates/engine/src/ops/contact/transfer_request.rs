use outcomes::{Field, Operation as Name, Outcome};

use super::{handover, ownership};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{AuthInfo, Contact, DomainName, Handle, Status, Transfer, TransferState},
    ops::{TransferAnswer, access::require_free, notify::notify, transfers, zones},
};

/// Asks for a contact to change hands (RFC 5733 section 3.2.4, `op="request"`).
///
/// Changes: the transfer is pending, or done at once where the policy gives the losing sponsor no time: the zone's, if
/// one is named, otherwise the house's. Bills nothing. Notifies: the losing sponsor.
///
/// Checks, in this order: the zone and whether its contacts change hands; whether the contact exists, that it is
/// another's, the authInfo, a pending transfer, the statuses.
#[derive(Clone, Debug)]
pub struct TransferRequest {
    /// The contact's id.
    pub handle: Handle,
    /// The zone whose rules hold, if any.
    pub zone: Option<DomainName>,
    /// The authInfo.
    pub proof: Option<AuthInfo>,
}

impl Operation for TransferRequest {
    type Answer = TransferAnswer;
    const NAME: Name = Name::ContactTransferRequest;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TransferRequested,
        Outcome::TransferCompleted,
        Outcome::ZoneUnknown,
        Outcome::ContactsUnsupported,
        Outcome::ContactTransferRefused,
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
        let days = self.days(cx)?;
        let mut contact = ownership::find(cx, &self.handle)?;
        self.authorise(cx, &contact)?;
        if contact.statuses.has(Status::PendingTransfer) {
            return Err(self.refused(Outcome::TransferPending).into());
        }
        require_free(&contact.statuses, Status::BARS_TRANSFER, self.handle.as_str())?;

        let at_once = days == 0;
        let transfer = if at_once { complete(cx, &mut contact)? } else { begin(cx, &mut contact, days)? };
        cx.store.put_transfer(&transfer)?;
        cx.record(Self::NAME, contact.id.into(), self.handle.as_str())?;

        let report = transfers::report(cx, &transfer)?;
        notify(cx, transfer.losing, handover::event(&contact)(report.clone()))?;
        let outcome = if at_once { Outcome::TransferCompleted } else { Outcome::TransferRequested };
        Ok(Done::new(outcome, handover::answer(&contact, report)))
    }
}

impl TransferRequest {
    /// How many days the losing sponsor has to answer.
    fn days(&self, cx: &Writing<'_>) -> Result<u32, Refusal> {
        let Some(name) = &self.zone else { return Ok(cx.policies.house.contact_transfer_days) };
        let zone = zones::with_contacts(cx.policies, name)?;
        let refused = || Refusal::new(Outcome::ContactTransferRefused).at(Field::Zone).fact("zone", name);
        zone.contact.transfer_days.ok_or_else(refused)
    }

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

fn complete(cx: &Writing<'_>, contact: &mut Contact) -> Result<Transfer, Failure> {
    let transfer = transfers::at_once(cx, contact.id.into(), contact.sponsor);
    handover::hand_over(cx, contact, &transfer)?;
    Ok(transfer)
}

fn begin(cx: &Writing<'_>, contact: &mut Contact, days: u32) -> Result<Transfer, Failure> {
    contact.statuses.set(Status::PendingTransfer, None);
    cx.store.update_contact(contact)?;
    let done = transfers::at_once(cx, contact.id.into(), contact.sponsor);
    let transfer = Transfer { state: TransferState::Pending, acts_at: cx.now.plus_days(days.into()), ..done };
    transfers::schedule(cx, &transfer)?;
    Ok(transfer)
}
