use outcomes::{Operation as Name, Outcome};

use super::{ownership, transfer_rules};
use crate::{Done, Failure, Operation, Query, Reading, model::DomainName};

/// Asks whether a domain could be transferred to the actor now. The authInfo is not looked at.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the domain exists, that it is another's, a pending
/// transfer, the statuses, how long it has been where it is and how long it will be registered.
#[derive(Clone, Debug)]
pub struct TransferCheck {
    /// The name.
    pub name: DomainName,
}

impl Operation for TransferCheck {
    type Answer = ();
    const NAME: Name = Name::DomainTransferCheck;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TransferPossible,
        Outcome::DomainUnknown,
        Outcome::AlreadySponsor,
        Outcome::TransferOrdered,
        Outcome::TransferPending,
        Outcome::StatusProhibits,
        Outcome::TransferTooSoon,
        Outcome::HolderChangedLately,
        Outcome::TransferTooLate,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for TransferCheck {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<()>, Failure> {
        let domain = ownership::find(cx, &self.name)?;
        let zone = ownership::zone_of(cx.policies, &domain)?;
        transfer_rules::check_foreign(cx, &domain)?;
        transfer_rules::check_state(cx, &domain, zone)?;
        Ok(Done::new(Outcome::TransferPossible, ()))
    }
}
