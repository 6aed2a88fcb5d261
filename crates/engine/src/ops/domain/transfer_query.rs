use outcomes::{Operation as Name, Outcome};

use super::{handover, ownership};
use crate::{
    Done, Failure, Operation, Query, Reading, Refusal,
    model::DomainName,
    ops::{AuthInfoProof, TransferAnswer, transfers},
};

/// Shows the latest transfer of a domain (RFC 5731 section 3.1.3).
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the domain exists, the authInfo if one is
/// presented, whether it was ever transferred, whether the actor is a party or presented the authInfo.
#[derive(Clone, Debug)]
pub struct TransferQuery {
    /// The name.
    pub name: DomainName,
    /// The authInfo, which lets others than the two parties see the transfer.
    pub proof: Option<AuthInfoProof>,
}

impl Operation for TransferQuery {
    type Answer = TransferAnswer;
    const NAME: Name = Name::DomainTransferQuery;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TransferFound,
        Outcome::DomainUnknown,
        Outcome::AuthinfoWrong,
        Outcome::AuthinfoLocked,
        Outcome::TransferUnknown,
        Outcome::NotTransferParty,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for TransferQuery {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<TransferAnswer>, Failure> {
        let domain = ownership::find(cx, &self.name)?;
        if let Some(proof) = &self.proof {
            ownership::prove(cx, &domain, proof)?;
        }
        let refused = |outcome| Refusal::new(outcome).value(&self.name);
        let Some(transfer) = cx.store.transfer(domain.id.into())? else {
            return Err(refused(Outcome::TransferUnknown).into());
        };
        let is_party = [transfer.gaining, transfer.losing, domain.sponsor].contains(&cx.actor.id());
        if !is_party && self.proof.is_none() {
            return Err(refused(Outcome::NotTransferParty).into());
        }
        Ok(Done::new(Outcome::TransferFound, handover::answer(&domain, transfers::report(cx, &transfer)?)))
    }
}
