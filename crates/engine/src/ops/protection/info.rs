use outcomes::{Field, Operation as Name, Outcome};

use super::{network, ownership};
use crate::{
    Done, Failure, Operation, Query, Reading, Refusal,
    model::{Clid, DomainName, Protection, ProtectionState},
    ports::Port,
};

/// Shows a protection service to its account, or to one that shares it.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether there is such a service for the actor; whether
/// the network has a record of it, unless it is still being set up.
#[derive(Clone, Debug)]
pub struct Info {
    /// The name.
    pub name: DomainName,
}

/// A service as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProtectionView {
    /// The service.
    pub protection: Protection,
    /// Whose it is.
    pub owner: Clid,
}

impl Operation for Info {
    type Answer = ProtectionView;
    const NAME: Name = Name::ProtectionInfo;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ProtectionFound,
        Outcome::ProtectionUnknown,
        Outcome::CustomerMissing,
        Outcome::NetworkRecordMissing,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<ProtectionView>, Failure> {
        let protection = ownership::find(cx, &self.name)?;
        if protection.state != ProtectionState::Requested {
            cx.reach(Port::Protection)?;
            let customer = network::customer(cx, protection.account)?;
            let missing =
                || Refusal::new(Outcome::NetworkRecordMissing).at(Field::DomainName).value(&self.name);
            cx.network.find(cx.store, customer, &self.name)?.ok_or_else(missing)?;
        }
        let owner = cx.clid(protection.account)?;
        Ok(Done::new(Outcome::ProtectionFound, ProtectionView { protection, owner }))
    }
}
