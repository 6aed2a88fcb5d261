use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{DomainName, TransferReport},
    ops::transfers,
};

/// Shows every transfer of one of the actor's domains, whoever was party to it, oldest first.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the domain exists, the sponsor.
#[derive(Clone, Debug)]
pub struct TransferLog {
    /// The name.
    pub name: DomainName,
}

impl Operation for TransferLog {
    type Answer = Vec<TransferReport>;
    const NAME: Name = Name::DomainTransferLog;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::TransfersListed, Outcome::DomainUnknown, Outcome::NotSponsor];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for TransferLog {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let domain = ownership::find_own(cx, &self.name)?;
        let past = cx.store.transfers_of(domain.id.into())?;
        let reports =
            past.iter().map(|transfer| transfers::report(cx, transfer)).collect::<Result<_, _>>()?;
        Ok(Done::new(Outcome::TransfersListed, reports))
    }
}
