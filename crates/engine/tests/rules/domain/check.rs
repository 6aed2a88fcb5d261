use engine::{Outcome, model::DomainName, ops::domain::Check};

use crate::fixture::World;

cases! {
    success_answers_each_in_its_place
    success_tells_why_a_name_is_not_free
    success_of_a_deleted_domain_that_is_not_free_yet
    refused_for_too_many
}

fn check(names: &[&str]) -> Check {
    Check { names: names.iter().map(|text| DomainName::parse(text)).collect(), most: None }
}

fn reasons(world: &World, names: &[&str]) -> Vec<Option<Outcome>> {
    let answers = world.glanced(Outcome::DomainsChecked, check(names));
    answers.into_iter().map(|answer| answer.taken.map(|refusal| refusal.outcome)).collect()
}

fn success_answers_each_in_its_place() {
    let world = super::with_domain("shop.test");
    let answers =
        world.glanced(Outcome::DomainsChecked, check(&["NEW.test", "Shop.Test", "a b", "new.test"]));
    let shown: Vec<_> = answers.iter().map(|answer| (answer.name.as_str(), answer.taken.is_none())).collect();
    assert_eq!(shown, [("new.test", true), ("shop.test", false), ("a b", false), ("new.test", true)]);
}

fn success_tells_why_a_name_is_not_free() {
    let world = super::with_domain("shop.test");
    for (name, reason) in [
        ("shop.test", Some(Outcome::DomainTaken)),
        ("shop.example", Some(Outcome::ZoneUnknown)),
        ("test", Some(Outcome::NameNotRegistrable)),
        ("a.shop.test", Some(Outcome::NameNotRegistrable)),
        ("strict.test", Some(Outcome::NameNotRegistrable)),
        ("s.test", Some(Outcome::LabelSingle)),
        ("nic.test", Some(Outcome::NameReserved)),
        ("bücher.test", Some(Outcome::NameReserved)),
        ("škola.test", None),
        ("schön.test", Some(Outcome::IdnTableMismatch)),
        ("škola.strict.test", Some(Outcome::IdnNotOffered)),
        ("bad_.test", Some(Outcome::DomainNameMalformed)),
    ] {
        assert_eq!(reasons(&world, &[name]), [reason], "{name}");
    }
}

fn success_of_a_deleted_domain_that_is_not_free_yet() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    assert_eq!(reasons(&world, &["shop.test"]), [Some(Outcome::DomainTaken)]);
}

fn refused_for_too_many() {
    let world = World::new();
    reasons(&world, &["shop.test"; 50]);
    let refusals = world.glance_refused(Outcome::CheckTooMany, check(&["shop.test"; 51]));
    assert_eq!(refusals.first().facts, [("longest", "50".to_owned())]);
}
