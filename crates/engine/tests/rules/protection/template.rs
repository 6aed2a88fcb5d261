//! Templates: marking, listing and applying them.

use engine::{
    Outcome,
    model::{Cycle, Plan, ProtectionId},
    ops::protection::{ListTemplates, MarkTemplate, ReplicateTemplate, SetPolicy, UpdateSubscription},
};

use super::{found, order, protect, record, template};
use crate::{
    fixture::{World, name},
    protection::invite::shared,
};

cases! {
    its_settings_are_handed_on
    it_can_be_given_to_itself
    it_has_to_fit
    it_is_applied_so_often_within_the_day
    templates_are_listed_while_they_are_marked
    only_ones_own_can_be_marked
}

fn replicate(template: ProtectionId) -> ReplicateTemplate {
    ReplicateTemplate { name: name("shop.test"), template }
}

fn mark(text: &str, is_template: bool) -> MarkTemplate {
    MarkTemplate { name: name(text), is_template }
}

fn its_settings_are_handed_on() {
    let world = World::new();
    let from = template(&world, "from.test").id;
    let rules = vec!["block country CZ".to_owned()];
    let policy = SetPolicy { name: name("from.test"), rules: rules.clone() };
    world.done(&world.alpha, Outcome::ProtectionRulesSet, policy);
    protect(&world, "shop.test");
    world.done(&world.alpha, Outcome::TemplateApplied, replicate(from));
    let settings = found(&world, "shop.test").unwrap().settings;
    assert_eq!(settings.rules.iter().map(ToString::to_string).collect::<Vec<_>>(), rules);
    assert_eq!(record(&world, "shop.test").unwrap().settings, settings);
}

fn it_can_be_given_to_itself() {
    let world = World::new();
    let id = template(&world, "shop.test").id;
    world.done(&world.alpha, Outcome::TemplateApplied, replicate(id));
    assert_eq!(found(&world, "shop.test").unwrap().uses.count, 1);
}

fn it_has_to_fit() {
    let world = World::new();
    protect(&world, "shop.test");
    let alpha = &world.alpha;
    world.refused(alpha, Outcome::TemplateUnknown, replicate(ProtectionId(7)));
    let plain = protect(&world, "plain.test").id;
    world.refused(alpha, Outcome::TemplateUnusable, replicate(plain));
    world.done(alpha, Outcome::ProtectionRequested, order("early.test"));
    world.done(alpha, Outcome::TemplateMarked, mark("early.test", true));
    let early = found(&world, "early.test").unwrap().id;
    world.refused(alpha, Outcome::TemplateUnusable, replicate(early));

    let other = template(&world, "other.test").id;
    let (plan, cycle) = (Some(Plan::Advanced), Some(Cycle::Monthly));
    let change = UpdateSubscription { name: name("other.test"), plan, cycle };
    world.done(alpha, Outcome::ProtectionChanged, change);
    world.refused(alpha, Outcome::TemplatePlanMismatch, replicate(other));
    world.done(&world.bravo, Outcome::ProtectionRequested, order("bravo.test"));
    world.catch_up(10);
    let foreign = ReplicateTemplate { name: name("bravo.test"), template: other };
    world.refused(&world.bravo, Outcome::TemplateNotOwn, foreign);
}

fn it_is_applied_so_often_within_the_day() {
    let world = World::new();
    let from = template(&world, "from.test").id;
    protect(&world, "shop.test");
    for _ in 0..2 {
        world.done(&world.alpha, Outcome::TemplateApplied, replicate(from));
    }
    world.refused(&world.alpha, Outcome::TemplateUsedUp, replicate(from));
    world.pass_days(1);
    world.done(&world.alpha, Outcome::TemplateApplied, replicate(from));
}

fn templates_are_listed_while_they_are_marked() {
    let world = World::new();
    let from = template(&world, "from.test").id;
    protect(&world, "shop.test");
    let listed = |actor| {
        let found = world.found(actor, Outcome::TemplatesListed, ListTemplates);
        found.iter().map(|found| found.id).collect::<Vec<_>>()
    };
    assert_eq!((listed(&world.alpha), listed(&world.bravo)), (vec![from], vec![]));
    world.done(&world.alpha, Outcome::TemplateMarked, mark("from.test", false));
    assert_eq!(listed(&world.alpha), []);
}

fn only_ones_own_can_be_marked() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::ProtectionUnknown, mark("shop.test", true));
    protect(&world, "shop.test");
    shared(&world, "shop.test");
    world.refused(&world.bravo, Outcome::ProtectionNotOwn, mark("shop.test", true));
}
