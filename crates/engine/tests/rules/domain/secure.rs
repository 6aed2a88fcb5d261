use engine::{
    Outcome,
    model::{DnssecData, Status},
    ops::domain::{Create, KeySource, Secure},
};

use super::{set, with_domain};
use crate::fixture::{World, create_domain, ds, name};

cases! {
    success_takes_the_keys_away
    refused_for_an_unknown_or_foreign_domain_or_a_status
    refused_for_keys_that_are_not_there
}

fn from(keys: KeySource) -> Secure {
    Secure { name: name("shop.test"), keys }
}

fn success_takes_the_keys_away() {
    let world = World::new();
    let dnssec = DnssecData { ds: vec![ds(1)], ..DnssecData::default() };
    world.done(&world.alpha, Outcome::DomainCreated, Create { dnssec, ..create_domain("shop.test") });
    for _ in 0..2 {
        world.done(&world.alpha, Outcome::DomainSecured, from(KeySource::None));
        assert!(!world.view("shop.test").domain.dnssec.is_signed());
    }
}

fn refused_for_an_unknown_or_foreign_domain_or_a_status() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::DomainUnknown, from(KeySource::None));
    world.register(&world.alpha, "shop.test");
    world.refused(&world.bravo, Outcome::NotSponsor, from(KeySource::None));
    set(&world, "shop.test", Status::ClientUpdateProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, from(KeySource::None));
    let pending = super::asked_for("shop.test");
    pending.refused(&pending.alpha, Outcome::PendingTransferProhibits, from(KeySource::None));
}

fn refused_for_keys_that_are_not_there() {
    let world = with_domain("shop.test");
    world.refused(&world.alpha, Outcome::DnssecNotHosted, from(KeySource::House));
    world.refused(&world.alpha, Outcome::KeysetUnknown, from(KeySource::Keyset("KEYS".into())));
}
