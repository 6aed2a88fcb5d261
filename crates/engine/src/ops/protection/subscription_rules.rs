//! What is bought: a plan for a term, and both have to be named.

use outcomes::{Field, Outcome};

use crate::{
    Findings, Refusal, Refusals,
    model::{Cycle, Plan},
};

/// Notes what of a subscription is not named.
pub(super) fn check(plan: Option<Plan>, cycle: Option<Cycle>, findings: &mut Findings) {
    let missing = |field| Refusal::new(Outcome::SubscriptionMissing).at(field);
    if plan.is_none() {
        findings.add(missing(Field::Plan));
    }
    if cycle.is_none() {
        findings.add(missing(Field::Cycle));
    }
}

/// The subscription.
///
/// # Errors
/// `subscription_missing`, for each part that is not named.
pub(super) fn named(plan: Option<Plan>, cycle: Option<Cycle>) -> Result<(Plan, Cycle), Refusals> {
    match (plan, cycle) {
        (Some(plan), Some(cycle)) => Ok((plan, cycle)),
        (plan, cycle) => {
            let mut findings = Findings::new();
            check(plan, cycle, &mut findings);
            findings.finish((Plan::Start, Cycle::Monthly))
        }
    }
}
