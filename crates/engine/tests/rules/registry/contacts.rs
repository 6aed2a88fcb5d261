use engine::{
    Outcome,
    model::{ContactId, HostId, PostalKind, RegistrantType, Status},
    ops::{
        contact::{Find, Fork, Info, Merge, PostalChange, Rename, SetRegistrant, Update},
        domain, host,
    },
};

use super::{hold, world};
use crate::fixture::{World, contact_update, domain_update, handle, line, name};

cases! {
    a_fork_gives_some_domains_a_registrant_of_their_own
    a_fork_is_refused
    a_merger_gives_one_registrant_all_domains
    a_merger_is_refused
    a_contact_gets_another_handle
    another_handle_is_refused
    a_registrant_says_more_of_itself
    what_it_says_is_refused
    contacts_and_hosts_are_found_by_number
    a_registrant_keeps_its_name
}

fn registrant(world: &World, domain: &str) -> String {
    world.view(domain).registrant().unwrap().to_string()
}

fn fork(names: &[&str]) -> Fork {
    let names = names.iter().map(|text| name(text)).collect();
    Fork { registrant: None, handle: Some(handle("FORKED")), names }
}

fn a_fork_gives_some_domains_a_registrant_of_their_own() {
    let world = world();
    hold(&world, &world.alpha, "other.tags.test", "JANE");
    let made = world.done(&world.alpha, Outcome::ContactForked, fork(&["other.tags.test"]));
    assert_eq!(
        (made.handle.as_str(), registrant(&world, "other.tags.test")),
        ("FORKED", "FORKED".to_owned())
    );
    assert_eq!(registrant(&world, "shop.tags.test"), "JANE");
}

fn a_fork_is_refused() {
    let world = world();
    world.enrol(&world.alpha, "JOHN");
    hold(&world, &world.alpha, "johns.tags.test", "JOHN");
    world.refused(&world.alpha, Outcome::DomainNameMissing, fork(&[]));
    world.refused(&world.alpha, Outcome::DomainUnknown, fork(&["free.tags.test"]));
    world.refused(&world.bravo, Outcome::NotSponsor, fork(&["shop.tags.test"]));
    world.refused(&world.alpha, Outcome::ContactNamesDiffer, fork(&["shop.tags.test", "johns.tags.test"]));
    let taken = Fork { handle: Some(handle("JOHN")), ..fork(&["shop.tags.test"]) };
    world.refused(&world.alpha, Outcome::ContactTaken, taken);
    world.set_by_server("shop.tags.test", Status::ServerUpdateProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, fork(&["shop.tags.test"]));
}

fn merge(target: &str, sources: &[&str], names: &[&str]) -> Merge {
    let sources = sources.iter().map(|text| handle(text)).collect();
    Merge { target: handle(target), sources, names: names.iter().map(|text| name(text)).collect() }
}

fn a_merger_gives_one_registrant_all_domains() {
    let world = world();
    for (contact, domain) in [("JOHN", "johns.tags.test"), ("MARY", "marys.tags.test")] {
        world.enrol(&world.alpha, contact);
        hold(&world, &world.alpha, domain, contact);
    }
    let all = merge("JANE", &["JOHN"], &["marys.tags.test"]);
    world.done(&world.alpha, Outcome::ContactsMerged, all);
    for domain in ["shop.tags.test", "johns.tags.test", "marys.tags.test"] {
        assert_eq!(registrant(&world, domain), "JANE");
    }
    assert_eq!(world.waiting(&world.alpha), 1);
}

fn a_merger_is_refused() {
    let world = world();
    world.enrol(&world.alpha, "JOHN");
    world.refused(&world.alpha, Outcome::ContactUnknown, merge("NOBODY", &[], &[]));
    world.refused(&world.alpha, Outcome::DomainUnknown, merge("JANE", &[], &["free.tags.test"]));
    world.refused(&world.bravo, Outcome::NotSponsor, merge("JANE", &[], &[]));
    world.set_by_server("shop.tags.test", Status::ServerUpdateProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, merge("JOHN", &["JANE"], &[]));
}

fn rename(from: &str, to: &str) -> Rename {
    Rename { handle: handle(from), new: handle(to) }
}

fn a_contact_gets_another_handle() {
    let world = world();
    world.done(&world.alpha, Outcome::ContactRenamed, rename("JANE", "JANE-2"));
    assert_eq!(registrant(&world, "shop.tags.test"), "JANE-2");
    // The handle of before is free at once.
    world.enrol(&world.bravo, "JANE");
}

fn another_handle_is_refused() {
    let world = world();
    world.enrol(&world.alpha, "JOHN");
    world.refused(&world.alpha, Outcome::ContactUnknown, rename("NOBODY", "JANE-2"));
    world.refused(&world.bravo, Outcome::NotSponsor, rename("JANE", "JANE-2"));
    world.refused(&world.alpha, Outcome::ContactTaken, rename("JANE", "JOHN"));
    world.set_on_contact("JANE", Status::ServerUpdateProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, rename("JANE", "JANE-2"));
}

fn a_registrant_says_more_of_itself() {
    let world = world();
    world.enrol(&world.alpha, "JOHN");
    let set = SetRegistrant {
        trade_name: Some(Some(line("Jane's"))),
        registrant_type: Some(RegistrantType::Stra),
        persons: vec![("admin", 2, Some(handle("JOHN")))],
        ..SetRegistrant::of(handle("JANE"))
    };
    world.done(&world.alpha, Outcome::ContactUpdated, set);
    let info = Info { handle: handle("JANE"), zone: None, proof: None };
    let contact = world.found(&world.alpha, Outcome::ContactFound, info).contact;
    let particulars = &contact.details.particulars;
    assert_eq!(particulars.trade_name, Some(line("Jane's")));
    assert_eq!(particulars.registrant_type, Some(RegistrantType::Stra));
    let found = world.found(&world.alpha, Outcome::ContactFound, Find { id: contact.id });
    let persons: Vec<_> = found
        .persons
        .iter()
        .map(|(kind, place, person)| (kind.as_str(), *place, person.handle.as_str()))
        .collect();
    assert_eq!(persons, [("admin", 2, "JOHN")]);
    let gone = SetRegistrant { persons: vec![("admin", 2, None)], ..SetRegistrant::of(handle("JANE")) };
    world.done(&world.alpha, Outcome::ContactUpdated, gone);
    assert!(world.found(&world.alpha, Outcome::ContactFound, Find { id: contact.id }).persons.is_empty());
}

fn what_it_says_is_refused() {
    let world = world();
    world.refused(&world.alpha, Outcome::ContactUnknown, SetRegistrant::of(handle("NOBODY")));
    world.refused(&world.bravo, Outcome::NotSponsor, SetRegistrant::of(handle("JANE")));
}

fn contacts_and_hosts_are_found_by_number() {
    let world = world();
    world.denied(&world.alpha, Outcome::ContactUnknown, Find { id: ContactId(1) });
    let info = Info { handle: handle("JANE"), zone: None, proof: None };
    let id = world.found(&world.alpha, Outcome::ContactFound, info).contact.id;
    world.denied(&world.bravo, Outcome::NotSponsor, Find { id });
    world.denied(&world.alpha, Outcome::HostUnknown, host::Find { id: HostId(1) });
    world.add_host(&world.alpha, "ns1.example.net", &[]);
    let info = host::Info { name: name("ns1.example.net") };
    let id = world.found(&world.alpha, Outcome::HostFound, info).host.id;
    let found = world.found(&world.bravo, Outcome::HostFound, host::Find { id });
    assert_eq!(found.host.name, name("ns1.example.net"));
}

fn a_registrant_keeps_its_name() {
    let world = world();
    let another = PostalChange {
        kind: PostalKind::Int,
        name: None,
        organisation: Some(Some(line("Another Ltd"))),
        address: None,
    };
    let update = |text: &str| Update { postal: vec![another.clone()], ..contact_update(text) };
    world.refused(&world.alpha, Outcome::RegistrantNameFixed, update("JANE"));
    world.enrol(&world.alpha, "JOHN");
    world.done(&world.alpha, Outcome::ContactUpdated, update("JOHN"));
    let change = domain::Update { registrant: Some(Some(handle("JOHN"))), ..domain_update("shop.tags.test") };
    world.refused(&world.alpha, Outcome::RegistrantDiffers, change);
}
