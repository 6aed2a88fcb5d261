use outcomes::{Operation as Name, Outcome};

use super::{handover, ownership};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, TransferState},
    ops::{TransferAnswer, transfers},
};

/// Keeps a domain from the sponsor who asked for it (RFC 5731 section 3.2.4, `op="reject"`).
///
/// Changes: the domain stays where it is. Bills: the request's price is paid back. Notifies: the gaining sponsor.
///
/// Checks, in this order: whether the domain exists, whether a transfer is pending, whether the actor is the losing
/// sponsor.
#[derive(Clone, Debug)]
pub struct TransferReject {
    /// The name.
    pub name: DomainName,
}

impl Operation for TransferReject {
    type Answer = TransferAnswer;
    const NAME: Name = Name::DomainTransferReject;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TransferRejected,
        Outcome::DomainUnknown,
        Outcome::TransferNotPending,
        Outcome::NotTransferParty,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for TransferReject {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<TransferAnswer>, Failure> {
        let mut domain = ownership::find(cx, &self.name)?;
        let transfer = transfers::pending(cx, domain.id.into(), self.name.as_str(), transfers::Side::Losing)?;

        handover::stay(cx, &mut domain, &transfer)?;
        let report = transfers::end(cx, transfer, TransferState::ClientRejected, handover::event(&domain))?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::TransferRejected, handover::answer(&domain, report)))
    }
}
