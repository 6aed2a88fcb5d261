use engine::{
    Outcome,
    ops::protection::{AnswerInvitation, Delete},
};

use super::{forget, found, order, protect, record};
use crate::{
    fixture::{World, name},
    protection::invite::invite,
};

cases! {
    it_is_gone_here_and_at_the_network
    one_that_the_network_forgot_can_be_deleted
    invitations_go_with_it
}

fn delete() -> Delete {
    Delete { name: name("shop.test") }
}

fn it_is_gone_here_and_at_the_network() {
    let world = World::new();
    let protection = protect(&world, "shop.test");
    let left = world.balance(&world.alpha);
    world.done(&world.alpha, Outcome::ProtectionDeleted, delete());
    assert_eq!((found(&world, "shop.test"), record(&world, "shop.test")), (None, None));
    assert_eq!(world.balance(&world.alpha), left, "nothing is paid back");
    assert_eq!(world.history(protection.id).last().unwrap(), "protection_delete");
    assert_eq!(world.advance_days(40), []);
    world.done(&world.bravo, Outcome::ProtectionRequested, order("shop.test"));
}

fn one_that_the_network_forgot_can_be_deleted() {
    let world = World::new();
    protect(&world, "shop.test");
    forget(&world, "shop.test");
    world.done(&world.alpha, Outcome::ProtectionDeleted, delete());
}

fn invitations_go_with_it() {
    let world = World::new();
    protect(&world, "shop.test");
    invite(&world, "shop.test");
    world.done(&world.alpha, Outcome::ProtectionDeleted, delete());
    protect(&world, "shop.test");
    let accept = AnswerInvitation { name: name("shop.test"), accept: true };
    world.refused(&world.bravo, Outcome::InvitationUnknown, accept);
}
