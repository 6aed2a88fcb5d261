use engine::{
    Outcome,
    model::Status,
    ops::domain::{Delete, ListMonth, MonthOf, Renew, Unrenew, Update},
};

use super::{hold, world};
use crate::fixture::{domain_update, name, years};

cases! {
    success_takes_the_last_renewal_back
    refused_when_it_is_invoiced
    refused_for_what_was_never_renewed
    refused_for_what_is_not_the_actors
    refused_under_a_status_and_in_a_rest
    deletion_is_refused_when_it_is_invoiced
    changes_and_renewals_are_refused_in_a_rest
    domains_are_listed_by_month
}

fn unrenew(domain: &str) -> Unrenew {
    Unrenew { name: name(domain) }
}

fn renew(domain: &str) -> Renew {
    Renew { name: name(domain), current_expiry: None, period: years(2) }
}

fn success_takes_the_last_renewal_back() {
    let world = world();
    let (end, balance) = (world.view("shop.tags.test").domain.expires_at, world.balance(&world.alpha));
    world.done(&world.alpha, Outcome::DomainRenewed, renew("shop.tags.test"));
    assert_eq!(world.balance(&world.alpha), balance - 1_600);
    world.pass_days(36);
    let renewed = world.done(&world.alpha, Outcome::DomainUnrenewed, unrenew("shop.tags.test"));
    assert_eq!((renewed.expires_at, world.balance(&world.alpha)), (end, balance));
    world.refused(&world.alpha, Outcome::RenewalNotOpen, unrenew("shop.tags.test"));
    world.assert_audit_clean();
}

fn refused_when_it_is_invoiced() {
    let world = world();
    world.done(&world.alpha, Outcome::DomainRenewed, renew("shop.tags.test"));
    world.pass_days(38);
    world.refused(&world.alpha, Outcome::RenewalNotOpen, unrenew("shop.tags.test"));
}

fn refused_for_what_was_never_renewed() {
    let world = world();
    world.refused(&world.alpha, Outcome::RenewalNotOpen, unrenew("shop.tags.test"));
}

fn refused_for_what_is_not_the_actors() {
    let world = world();
    world.refused(&world.alpha, Outcome::DomainUnknown, unrenew("free.tags.test"));
    world.refused(&world.bravo, Outcome::NotSponsor, unrenew("shop.tags.test"));
}

fn refused_under_a_status_and_in_a_rest() {
    let world = world();
    world.set_by_server("shop.tags.test", Status::ServerRenewProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, unrenew("shop.tags.test"));
    hold(&world, &world.alpha, "shop.resting.test", "JANE");
    world.refused(&world.alpha, Outcome::ZoneAsleep, unrenew("shop.resting.test"));
}

fn deletion_is_refused_when_it_is_invoiced() {
    let world = world();
    hold(&world, &world.alpha, "brief.tags.test", "JANE");
    world.pass_days(37);
    world.done(&world.alpha, Outcome::DomainDeleted, Delete { name: name("brief.tags.test") });
    world.pass_days(1);
    world.refused(&world.alpha, Outcome::DomainInvoiced, Delete { name: name("shop.tags.test") });
}

fn changes_and_renewals_are_refused_in_a_rest() {
    let world = world();
    hold(&world, &world.alpha, "shop.resting.test", "JANE");
    world.refused(&world.alpha, Outcome::ZoneAsleep, renew("shop.resting.test"));
    let update = Update { authinfo: Some(crate::fixture::secret("")), ..domain_update("shop.resting.test") };
    world.refused(&world.alpha, Outcome::ZoneAsleep, update);
}

fn domains_are_listed_by_month() {
    let world = world();
    let list = |by, month| {
        let list = ListMonth { month: engine::model::Date::parse(month).unwrap(), by };
        world.found(&world.alpha, Outcome::DomainsListed, list)
    };
    assert_eq!(list(MonthOf::Creation, "2027-03-31"), [name("shop.tags.test")]);
    assert_eq!(list(MonthOf::Expiry, "2028-03-15"), [name("shop.tags.test")]);
    assert_eq!(list(MonthOf::Expiry, "2027-03-15"), []);
}
