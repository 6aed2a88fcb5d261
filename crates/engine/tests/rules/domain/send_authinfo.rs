use engine::{
    Outcome,
    model::Role,
    ops::domain::{Create, SendAuthinfo},
};

use crate::{
    delivery::{letters, without_mail},
    fixture::{World, create_domain, handle, name},
};

cases! {
    success_writes_to_the_registrant
    refused_for_an_unknown_or_foreign_domain
    refused_where_the_zone_sends_none_or_nobody_is_there
    refused_so_soon_after_the_last
    refused_without_mail
}

fn send(domain: &str) -> SendAuthinfo {
    SendAuthinfo { name: name(domain) }
}

fn owned(world: &World, domain: &str) {
    world.enrol(&world.alpha, "JANE");
    let contacts = vec![(Role::Registrant, handle("JANE"))];
    world.done(&world.alpha, Outcome::DomainCreated, Create { contacts, ..create_domain(domain) });
}

fn success_writes_to_the_registrant() {
    let world = World::new();
    owned(&world, "shop.sets.test");
    let before = world.view("shop.sets.test").domain.authinfo;
    world.done(&world.alpha, Outcome::AuthinfoMailed, send("shop.sets.test"));
    let letters = letters(&world);
    assert_eq!((letters.len(), letters[0].to.as_str()), (1, "jane@example.test"));
    assert!(world.view("shop.sets.test").domain.authinfo != before);
}

fn refused_for_an_unknown_or_foreign_domain() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::DomainUnknown, send("shop.sets.test"));
    owned(&world, "shop.sets.test");
    world.refused(&world.bravo, Outcome::NotSponsor, send("shop.sets.test"));
}

fn refused_where_the_zone_sends_none_or_nobody_is_there() {
    let world = World::new();
    owned(&world, "shop.test");
    world.register(&world.alpha, "bare.sets.test");
    for domain in ["shop.test", "bare.sets.test"] {
        world.refused(&world.alpha, Outcome::AuthinfoNotMailable, send(domain));
    }
}

fn refused_so_soon_after_the_last() {
    let world = World::new();
    owned(&world, "shop.sets.test");
    world.done(&world.alpha, Outcome::AuthinfoMailed, send("shop.sets.test"));
    world.refused(&world.alpha, Outcome::AuthinfoMailedLately, send("shop.sets.test"));
}

fn refused_without_mail() {
    let world = without_mail();
    owned(&world, "shop.sets.test");
    world.refused(&world.alpha, Outcome::MailUnavailable, send("shop.sets.test"));
}
