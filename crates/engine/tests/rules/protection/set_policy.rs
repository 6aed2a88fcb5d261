use engine::{Outcome, ops::protection::SetPolicy};

use super::{found, protect, record};
use crate::fixture::{World, name, outcomes};

cases! {
    the_rules_replace_what_was_there
    all_malformed_rules_are_told
    there_are_not_more_than_so_many
}

fn policy(rules: &[&str]) -> SetPolicy {
    SetPolicy { name: name("shop.test"), rules: rules.iter().map(|rule| (*rule).to_owned()).collect() }
}

fn the_rules_replace_what_was_there() {
    let world = World::new();
    protect(&world, "shop.test");
    for rules in [&["block network 192.0.2.0/24", "allow path /health"][..], &["challenge country CZ"], &[]] {
        world.done(&world.alpha, Outcome::ProtectionRulesSet, policy(rules));
        let settings = found(&world, "shop.test").unwrap().settings;
        assert_eq!(settings.rules.iter().map(ToString::to_string).collect::<Vec<_>>(), rules);
        assert_eq!(record(&world, "shop.test").unwrap().settings, settings);
    }
}

fn all_malformed_rules_are_told() {
    let world = World::new();
    protect(&world, "shop.test");
    let malformed = Outcome::ProtectionRulesMalformed;
    let refusals =
        world.refused(&world.alpha, malformed, policy(&["block", "allow path /", "hide country CZ"]));
    assert_eq!(outcomes(&refusals), [malformed, malformed]);
}

fn there_are_not_more_than_so_many() {
    let world = World::new();
    protect(&world, "shop.test");
    world.refused(&world.alpha, Outcome::ProtectionRulesMalformed, policy(&["allow path /"; 4]));
    world.done(&world.alpha, Outcome::ProtectionRulesSet, policy(&["allow path /"; 3]));
}
