use outcomes::{Operation as Name, Outcome};

use super::{handover, ownership};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, TransferState},
    ops::{TransferAnswer, transfers},
};

/// Withdraws a request for a domain (RFC 5731 section 3.2.4, `op="cancel"`).
///
/// Changes: the domain stays where it is. Bills: the request's price is paid back. Notifies: the losing sponsor.
///
/// Checks, in this order: whether the domain exists, whether a transfer is pending, whether the actor is the gaining
/// sponsor.
#[derive(Clone, Debug)]
pub struct TransferCancel {
    /// The name.
    pub name: DomainName,
}

impl Operation for TransferCancel {
    type Answer = TransferAnswer;
    const NAME: Name = Name::DomainTransferCancel;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TransferCancelled,
        Outcome::DomainUnknown,
        Outcome::TransferNotPending,
        Outcome::NotTransferParty,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for TransferCancel {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<TransferAnswer>, Failure> {
        let mut domain = ownership::find(cx, &self.name)?;
        let transfer =
            transfers::pending(cx, domain.id.into(), self.name.as_str(), transfers::Side::Gaining)?;

        handover::stay(cx, &mut domain, &transfer)?;
        let report = transfers::end(cx, transfer, TransferState::ClientCancelled, handover::event(&domain))?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::TransferCancelled, handover::answer(&domain, report)))
    }
}
