use engine::{
    Outcome,
    model::{Delegation, Role},
    ops::domain::{Create, Dossier},
};

use super::with_domain;
use crate::fixture::{World, create_domain, handle, name, servers};

cases! {
    success_tells_the_registrant_and_the_addresses
    refused_for_an_unknown_domain_and_for_others
}

fn about(text: &str) -> Dossier {
    Dossier { name: name(text) }
}

fn success_tells_the_registrant_and_the_addresses() {
    let world = World::new();
    world.enrol(&world.bravo, "JANE");
    let delegation = Delegation::Listed(servers(&[("ns.shop.test", &["192.0.2.1"]), ("ns.example", &[])]));
    let contacts = vec![(Role::Registrant, handle("JANE"))];
    let create = Create { delegation, contacts, ..create_domain("shop.test") };
    world.done(&world.alpha, Outcome::DomainCreated, create);
    let dossier = world.found(&world.alpha, Outcome::DomainFound, about("shop.test"));
    assert_eq!(dossier.person(Role::Registrant).map(|contact| &contact.handle), Some(&handle("JANE")));
    let told: Vec<_> =
        dossier.servers.iter().map(|server| (server.name.as_str(), server.addresses.len())).collect();
    assert_eq!(told, [("ns.example", 0), ("ns.shop.test", 1)]);
}

fn refused_for_an_unknown_domain_and_for_others() {
    let world = with_domain("shop.test");
    world.denied(&world.alpha, Outcome::DomainUnknown, about("none.test"));
    world.denied(&world.bravo, Outcome::NotSponsor, about("shop.test"));
}
