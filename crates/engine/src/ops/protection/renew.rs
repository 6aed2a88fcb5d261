use outcomes::{Field, Operation as Name, Outcome};

use super::{Ordered, ownership, subscription_rules, term};
use crate::{
    Command, Done, Failure, Glancing, Operation, Refusal, Refusals, Writing,
    model::{Cycle, DomainName, EntryKind, Plan},
};

/// Pays a protection service for another term, which begins where the present one ends.
///
/// Changes: the service's expiry and term, here and at the network; one that was not paid runs again. Bills: the term.
/// Notifies: nobody but the payer, when its credit runs low.
///
/// Checks, in this order: whether plan and term are named; whether there is such a service of the actor's own; whether
/// it runs; its plan; the price, the state of the credit, the credit; the customer number; what the network says.
#[derive(Clone, Debug)]
pub struct Renew {
    /// The name.
    pub name: DomainName,
    /// The plan that the client believes it has.
    pub plan: Option<Plan>,
    /// For how long.
    pub cycle: Option<Cycle>,
}

impl Operation for Renew {
    type Answer = Ordered;
    const NAME: Name = Name::ProtectionRenew;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ProtectionRenewed,
        Outcome::SubscriptionMissing,
        Outcome::ProtectionUnknown,
        Outcome::ProtectionNotOwn,
        Outcome::ProtectionNotRunning,
        Outcome::RenewalMismatch,
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

impl Command for Renew {
    fn precheck(&self, _: &Glancing<'_>) -> Result<(), Refusals> {
        subscription_rules::named(self.plan, self.cycle).map(drop)
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Ordered>, Failure> {
        let (plan, cycle) = subscription_rules::named(self.plan, self.cycle)?;
        let mut protection = ownership::find_own(cx, &self.name)?;
        ownership::require_running(&protection)?;
        if protection.plan != plan {
            let refusal = Refusal::new(Outcome::RenewalMismatch).at(Field::Plan).value(plan);
            return Err(refusal.fact("plan", protection.plan).into());
        }
        protection.cycle = cycle;
        let begins = protection.expires_at;
        let (receipt, warning) = term::pay(cx, &mut protection, EntryKind::ProtectRenew, begins)?;
        cx.store.update_protection(&protection)?;
        cx.record(Self::NAME, protection.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::ProtectionRenewed, Ordered { protection, receipt }).warned(warning))
    }
}
