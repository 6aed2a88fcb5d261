use outcomes::{Operation as Name, Outcome};

use super::{handover, ownership};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, TransferState},
    ops::{TransferAnswer, transfers},
};

/// Lets a domain go to the sponsor who asked for it (RFC 5731 section 3.2.4, `op="approve"`).
///
/// Changes: the domain and the hosts inside it have a new sponsor, the expiry moves, the authInfo is void. Bills: what
/// was set aside at the request; the losing sponsor has a renewal by the server back that the transfer takes the place
/// of. Notifies: the gaining sponsor.
///
/// Checks, in this order: whether the domain exists, whether a transfer is pending, whether the actor is the losing
/// sponsor.
#[derive(Clone, Debug)]
pub struct TransferApprove {
    /// The name.
    pub name: DomainName,
}

impl Operation for TransferApprove {
    type Answer = TransferAnswer;
    const NAME: Name = Name::DomainTransferApprove;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TransferApproved,
        Outcome::DomainUnknown,
        Outcome::TransferNotPending,
        Outcome::NotTransferParty,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for TransferApprove {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<TransferAnswer>, Failure> {
        let mut domain = ownership::find(cx, &self.name)?;
        let mut transfer =
            transfers::pending(cx, domain.id.into(), self.name.as_str(), transfers::Side::Losing)?;

        let zone = ownership::zone_of(cx.policies, &domain)?.clone();
        handover::hand_over(cx, &zone, &mut domain, &mut transfer)?;
        let report = transfers::end(cx, transfer, TransferState::ClientApproved, handover::event(&domain))?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::TransferApproved, handover::answer(&domain, report)))
    }
}
