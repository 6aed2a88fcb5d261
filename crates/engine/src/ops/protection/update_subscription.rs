use outcomes::{Operation as Name, Outcome};

use super::{Ordered, ownership, subscription_rules, term};
use crate::{
    Command, Done, Failure, Glancing, Operation, Refusals, Writing,
    model::{Cycle, DomainName, EntryKind, Plan},
};

/// Gives a protection service another plan or term. It holds at once: a new term begins, and what was left of the old
/// one is not paid back.
///
/// Changes: plan, term and expiry of the service, here and at the network; one that was not paid runs again. Bills: the
/// new term. Notifies: nobody but the payer, when its credit runs low.
///
/// Checks, in this order: whether plan and term are named; whether there is such a service of the actor's own; whether
/// it runs; the price, the state of the credit, the credit; the customer number; what the network says.
#[derive(Clone, Debug)]
pub struct UpdateSubscription {
    /// The name.
    pub name: DomainName,
    /// The new plan.
    pub plan: Option<Plan>,
    /// The new term.
    pub cycle: Option<Cycle>,
}

impl Operation for UpdateSubscription {
    type Answer = Ordered;
    const NAME: Name = Name::ProtectionUpdateSubscription;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ProtectionChanged,
        Outcome::SubscriptionMissing,
        Outcome::ProtectionUnknown,
        Outcome::ProtectionNotOwn,
        Outcome::ProtectionNotRunning,
        Outcome::PriceMissing,
        Outcome::PlanPriceMissing,
        Outcome::CreditLocked,
        Outcome::CreditInactive,
        Outcome::BillingDataMissing,
        Outcome::TaxSettingsWrong,
        Outcome::CreditInsufficient,
        Outcome::CreditLow,
        Outcome::CustomerMissing,
        Outcome::NetworkRecordMissing,
        Outcome::ProtectionRefused,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for UpdateSubscription {
    fn precheck(&self, _: &Glancing<'_>) -> Result<(), Refusals> {
        subscription_rules::named(self.plan, self.cycle).map(drop)
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Ordered>, Failure> {
        let (plan, cycle) = subscription_rules::named(self.plan, self.cycle)?;
        let mut protection = ownership::find_own(cx, &self.name)?;
        ownership::require_running(&protection)?;
        (protection.plan, protection.cycle) = (plan, cycle);
        let (receipt, warning) = term::pay(cx, &mut protection, EntryKind::ProtectChange, cx.now)?;
        cx.store.update_protection(&protection)?;
        cx.record(Self::NAME, protection.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::ProtectionChanged, Ordered { protection, receipt }).warned(warning))
    }
}
