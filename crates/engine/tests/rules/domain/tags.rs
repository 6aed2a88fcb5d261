use engine::{
    Actor, Outcome,
    model::{Clid, Tag},
    ops::domain::{Dossier, Push, Receiver, SetTags},
};

use super::with_domain;
use crate::fixture::{World, name, outcomes};

cases! {
    success_sets_adds_and_removes
    success_is_forgotten_with_another_sponsor
    refused_for_lists_that_disagree
    refused_for_what_is_there_or_not
    refused_beyond_the_most
    refused_for_an_unknown_domain
    refused_for_the_domain_of_another
}

fn tags(texts: &[&str]) -> Vec<Tag> {
    texts.iter().map(|text| Tag::parse(text).unwrap()).collect()
}

fn change(add: &[&str], remove: &[&str]) -> SetTags {
    SetTags { name: name("shop.test"), replace: None, add: tags(add), remove: tags(remove) }
}

fn shown(world: &World, actor: &Actor) -> Vec<Tag> {
    world.found(actor, Outcome::DomainFound, Dossier { name: name("shop.test") }).tags
}

fn success_sets_adds_and_removes() {
    let world = with_domain("shop.test");
    world.done(&world.alpha, Outcome::DomainTagsSet, change(&["b", "a"], &[]));
    world.done(&world.alpha, Outcome::DomainTagsSet, change(&["c"], &["b"]));
    assert_eq!(shown(&world, &world.alpha), tags(&["a", "c"]));
    let replace = SetTags { replace: Some(tags(&["x"])), ..change(&["y"], &[]) };
    assert_eq!(world.done(&world.alpha, Outcome::DomainTagsSet, replace), tags(&["x", "y"]));
    assert_eq!(world.view("shop.test").domain.updated_at, None, "labels are nobody else's business");
}

fn success_is_forgotten_with_another_sponsor() {
    let world = with_domain("shop.test");
    world.done(&world.alpha, Outcome::DomainTagsSet, change(&["a"], &[]));
    let to = Receiver::Clid(Clid::parse("BRAVO").unwrap());
    world.done(&world.alpha, Outcome::DomainPushed, Push { name: name("shop.test"), to });
    assert_eq!(shown(&world, &world.bravo), []);
}

fn refused_for_lists_that_disagree() {
    let world = with_domain("shop.test");
    world.refused(&world.alpha, Outcome::NamedTwice, change(&["a", "a"], &[]));
    world.refused(&world.alpha, Outcome::AddedAndRemoved, change(&["a"], &["a"]));
}

fn refused_for_what_is_there_or_not() {
    let world = with_domain("shop.test");
    world.done(&world.alpha, Outcome::DomainTagsSet, change(&["a"], &[]));
    let refusals = world.refused(&world.alpha, Outcome::NotSet, change(&["a"], &["b"]));
    assert_eq!(outcomes(&refusals), [Outcome::NotSet, Outcome::AlreadySet]);
}

fn refused_beyond_the_most() {
    let world = with_domain("shop.test");
    let many: Vec<String> = (0..21).map(|number| format!("tag {number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    world.refused(&world.alpha, Outcome::TagsTooMany, change(&many, &[]));
    world.done(&world.alpha, Outcome::DomainTagsSet, change(&many[..20], &[]));
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::DomainUnknown, change(&["a"], &[]));
}

fn refused_for_the_domain_of_another() {
    let world = with_domain("shop.test");
    world.refused(&world.bravo, Outcome::NotSponsor, change(&["a"], &[]));
}
