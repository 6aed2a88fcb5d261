//! Services of others, services that do not run yet, services that the network does not have: what every change of a
//! service looks at.

use engine::{
    Command, FaultKind, Outcome,
    model::{Cycle, Plan},
    ops::{
        account::SetBilling,
        protection::{Delete, PurgeCache, Renew, ReplicateTemplate, Retry, SetPolicy, UpdateSubscription},
    },
    ports::Port,
};

use super::{bill, billing, forget, found, order, template};
use crate::{
    fixture::{World, name},
    protection::invite::shared,
};

cases! {
    a_renewal_needs_an_own_service_that_runs
    a_change_of_plan_needs_an_own_service_that_runs
    a_deletion_needs_an_own_service_that_runs
    a_retry_needs_an_own_service_that_runs
    rules_need_an_own_service_that_runs
    a_template_is_given_to_an_own_service_that_runs
    a_purge_needs_a_service_that_runs
}

/// Looks that a change is refused where it has to be.
fn refused_elsewhere<C: Command>(
    change: impl Fn(&World) -> C,
    forgotten: Option<Outcome>,
    needs_owner: bool,
) {
    let world = World::new();
    world.refused(&world.alpha, Outcome::ProtectionUnknown, change(&world));
    world.done(&world.alpha, Outcome::ProtectionRequested, order("shop.test"));
    world.refused(&world.bravo, Outcome::ProtectionUnknown, change(&world));
    world.refused(&world.alpha, Outcome::ProtectionNotRunning, change(&world));
    world.catch_up(10);
    if needs_owner {
        shared(&world, "shop.test");
        world.refused(&world.bravo, Outcome::ProtectionNotOwn, change(&world));
    }
    world.trouble.network(FaultKind::Refused(Port::Protection));
    world.refused(&world.alpha, Outcome::ProtectionRefused, change(&world));
    world.trouble.network(FaultKind::TimedOut(Port::Protection));
    assert_eq!(world.fails(&world.alpha, change(&world)), Outcome::ProtectionUnavailable);
    if let Some(outcome) = forgotten {
        forget(&world, "shop.test");
        world.refused(&world.alpha, outcome, change(&world));
    }
    bill(&world, SetBilling { customer: Some(None), ..billing(&world) });
    world.refused(&world.alpha, Outcome::CustomerMissing, change(&world));
}

const FORGOTTEN: Option<Outcome> = Some(Outcome::NetworkRecordMissing);

fn a_renewal_needs_an_own_service_that_runs() {
    let (plan, cycle) = (Some(Plan::Start), Some(Cycle::Monthly));
    refused_elsewhere(|_| Renew { name: name("shop.test"), plan, cycle }, FORGOTTEN, true);
}

fn a_change_of_plan_needs_an_own_service_that_runs() {
    let (plan, cycle) = (Some(Plan::Advanced), Some(Cycle::Monthly));
    refused_elsewhere(|_| UpdateSubscription { name: name("shop.test"), plan, cycle }, FORGOTTEN, true);
}

fn a_deletion_needs_an_own_service_that_runs() {
    refused_elsewhere(|_| Delete { name: name("shop.test") }, None, true);
}

fn a_retry_needs_an_own_service_that_runs() {
    let token = || Some(crate::fixture::secret("token"));
    let retry = |_: &World| Retry { name: name("shop.test"), dns_token: token(), force_dns: false };
    refused_elsewhere(retry, FORGOTTEN, true);
}

fn rules_need_an_own_service_that_runs() {
    let rules = || vec!["block country CZ".to_owned()];
    refused_elsewhere(|_| SetPolicy { name: name("shop.test"), rules: rules() }, FORGOTTEN, true);
}

fn a_template_is_given_to_an_own_service_that_runs() {
    let replicate = |world: &World| {
        let there = found(world, "from.test").map(|found| found.id);
        let template = there.unwrap_or_else(|| template(world, "from.test").id);
        ReplicateTemplate { name: name("shop.test"), template }
    };
    refused_elsewhere(replicate, FORGOTTEN, true);
}

fn a_purge_needs_a_service_that_runs() {
    refused_elsewhere(|_| PurgeCache { name: name("shop.test"), paths: Vec::new() }, FORGOTTEN, false);
}
