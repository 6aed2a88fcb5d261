use engine::{
    Outcome,
    model::{Clid, ProtectionNews},
    ops::protection::{AnswerInvitation, Invite},
};

use super::{protect, told};
use crate::fixture::{World, name};

cases! {
    the_invited_account_hears_of_it
    the_account_has_to_be_another_one
    only_ones_own_can_be_shared
}

/// BRAVO is invited to ALPHA's service.
#[track_caller]
pub(crate) fn invite(world: &World, text: &str) {
    world.done(&world.alpha, Outcome::InvitationSent, to(world, text));
}

/// BRAVO shares ALPHA's service.
#[track_caller]
pub(crate) fn shared(world: &World, text: &str) {
    invite(world, text);
    let accept = AnswerInvitation { name: name(text), accept: true };
    world.done(&world.bravo, Outcome::InvitationAnswered, accept);
}

fn to(world: &World, text: &str) -> Invite {
    Invite { name: name(text), guest: world.bravo.account.clid.clone() }
}

fn the_invited_account_hears_of_it() {
    let world = World::new();
    protect(&world, "shop.test");
    invite(&world, "shop.test");
    invite(&world, "shop.test");
    let event = told("shop.test", ProtectionNews::Invitation { host: "ALPHA".into() });
    assert_eq!(world.told(&world.bravo), [event.clone(), event]);
}

fn the_account_has_to_be_another_one() {
    let world = World::new();
    protect(&world, "shop.test");
    let guest = |clid: &str| Invite { guest: Clid::parse(clid).unwrap(), ..to(&world, "shop.test") };
    world.refused(&world.alpha, Outcome::AccountUnknown, guest("NOBODY"));
    world.refused(&world.alpha, Outcome::InvitationNeedless, guest("ALPHA"));
    shared(&world, "shop.test");
    world.refused(&world.alpha, Outcome::InvitationNeedless, guest("BRAVO"));
}

fn only_ones_own_can_be_shared() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::ProtectionUnknown, to(&world, "shop.test"));
    protect(&world, "shop.test");
    shared(&world, "shop.test");
    world.refused(&world.bravo, Outcome::ProtectionNotOwn, to(&world, "shop.test"));
}
