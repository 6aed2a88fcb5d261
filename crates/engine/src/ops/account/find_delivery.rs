use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading, Refusal,
    model::{Clid, Destination},
};

/// Shows where an account's notices are delivered beside its queue; `None` if nowhere. The secret stays sealed.
///
/// Changes, bills and notifies nothing. Checks whether the account exists.
#[derive(Clone, Debug)]
pub struct FindDelivery {
    /// Which account.
    pub clid: Clid,
}

impl Operation for FindDelivery {
    type Answer = Option<Destination>;
    const NAME: Name = Name::AccountDelivery;
    const OUTCOMES: &'static [Outcome] = &[Outcome::AccountsListed, Outcome::AccountUnknown];

    fn object(&self) -> &str {
        self.clid.as_str()
    }
}

impl Query for FindDelivery {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let unknown = || Refusal::new(Outcome::AccountUnknown).at(Field::AccountId).value(&self.clid);
        let account = cx.store.account_by_clid(&self.clid)?.ok_or_else(unknown)?.id;
        Ok(Done::new(Outcome::AccountsListed, cx.store.destination(account)?))
    }
}
