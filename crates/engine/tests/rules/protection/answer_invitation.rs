use engine::{Outcome, model::ProtectionNews, ops::protection::AnswerInvitation};

use super::{protect, told};
use crate::{
    fixture::{World, name},
    protection::invite::invite,
};

cases! {
    the_host_hears_of_the_answer
    it_is_answered_once
}

fn answer(accept: bool) -> AnswerInvitation {
    AnswerInvitation { name: name("shop.test"), accept }
}

fn the_host_hears_of_the_answer() {
    for accepted in [true, false] {
        let world = World::new();
        protect(&world, "shop.test");
        world.told(&world.alpha);
        invite(&world, "shop.test");
        world.done(&world.bravo, Outcome::InvitationAnswered, answer(accepted));
        let news = ProtectionNews::InvitationAnswered { guest: "BRAVO".into(), accepted };
        let event = told("shop.test", news);
        assert_eq!(world.told(&world.alpha), [event]);
    }
}

fn it_is_answered_once() {
    let world = World::new();
    world.refused(&world.bravo, Outcome::InvitationUnknown, answer(true));
    protect(&world, "shop.test");
    world.refused(&world.bravo, Outcome::InvitationUnknown, answer(true));
    invite(&world, "shop.test");
    world.done(&world.bravo, Outcome::InvitationAnswered, answer(false));
    world.refused(&world.bravo, Outcome::InvitationUnknown, answer(true));
    invite(&world, "shop.test");
    world.done(&world.bravo, Outcome::InvitationAnswered, answer(true));
    world.refused(&world.bravo, Outcome::InvitationUnknown, answer(false));
}
