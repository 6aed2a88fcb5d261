use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading, Refusal,
    model::{Billing, Clid, Party},
};

/// Shows how an account is billed, and for whom its invoices are made.
///
/// Changes, bills and notifies nothing. Checks whether the account exists.
#[derive(Clone, Debug)]
pub struct FindBilling {
    /// Which account.
    pub clid: Clid,
}

/// How an account is billed, with the party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillingView {
    /// How it is billed.
    pub billing: Billing,
    /// For whom its invoices are made; `None`: nobody is named.
    pub party: Option<Party>,
}

impl Operation for FindBilling {
    type Answer = BillingView;
    const NAME: Name = Name::AccountBilling;
    const OUTCOMES: &'static [Outcome] = &[Outcome::AccountsListed, Outcome::AccountUnknown];

    fn object(&self) -> &str {
        self.clid.as_str()
    }
}

impl Query for FindBilling {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<BillingView>, Failure> {
        let unknown = || Refusal::new(Outcome::AccountUnknown).at(Field::AccountId).value(&self.clid);
        let billing = cx.store.account_by_clid(&self.clid)?.ok_or_else(unknown)?.billing;
        let party = billing.party.map(|id| cx.store.party(id)).transpose()?.flatten();
        Ok(Done::new(Outcome::AccountsListed, BillingView { billing, party }))
    }
}
