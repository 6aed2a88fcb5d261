use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Glance, Glancing, Operation, Refusals,
    ledger::{PrivacyOrder, Purchase},
    model::{Account, EntryKind, Fee, Period},
    policy::{Policies, Span},
};

/// Tells what privacy costs the actor, the first years as any other.
///
/// Changes, bills and notifies nothing. Checks nothing: what is not for sale has no price.
#[derive(Clone, Copy, Debug)]
pub struct Price {
    /// For how long.
    pub period: Period,
}

/// What is offered of privacy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrivacyOffer {
    /// For how many years it can be bought.
    pub years: Span,
    /// What the years cost that were asked for; `None` if it is not for sale in the currency of the account.
    pub fee: Option<Fee>,
}

impl Operation for Price {
    type Answer = PrivacyOffer;
    const NAME: Name = Name::PrivacyPrice;
    const OUTCOMES: &'static [Outcome] = &[Outcome::PricesTold];
}

impl Glance for Price {
    fn run(self, cx: &Glancing<'_>) -> Result<Done<PrivacyOffer>, Refusals> {
        let fee = fee(&cx.actor.account, cx.policies, self.period.years());
        Ok(Done::new(Outcome::PricesTold, PrivacyOffer { years: cx.policies.privacy.years, fee }))
    }
}

/// What years of privacy cost an account; `None` if it is not for sale in its currency.
pub(in crate::ops) fn fee(payer: &Account, policies: &Policies, years: u8) -> Option<Fee> {
    let order = PrivacyOrder { policy: &policies.privacy, years, kind: EntryKind::Privacy };
    Some(order.item(payer).ok()?.fee)
}
