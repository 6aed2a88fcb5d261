//! What a domain has from its transfer on.

use engine::{
    Outcome,
    model::{Arrival, Delegation, Event, RenewalMode, Role, Status},
    ops::{
        contact,
        domain::{Create, Person, TransferApprove, TransferReject, TransferRequest},
        host,
    },
};

use super::{strict, strict_world, with_domain};
use crate::fixture::{
    World, attributes, contact_of, create_domain, handle, hosts, name, nsset_name, person, servers, shown,
    transfer_of,
};

cases! {
    success_at_once
    success_when_the_losing_sponsor_approves
    success_when_the_time_is_up
    success_leaves_the_other_roles
    success_makes_and_moves_hosts_for_the_new_sponsor
    nothing_of_a_transfer_that_was_rejected
    what_is_gone_by_then_leaves_the_domain_as_it_was
    success_locks_and_renews_as_the_new_sponsor_likes
    success_locks_even_where_the_rest_cannot_be_had
    success_makes_contacts_of_people
    refused_leaves_no_contact_behind
    refused_for_contacts
    refused_for_how_many_contacts
    refused_for_contacts_that_do_not_fit
    refused_for_the_form_and_number_of_servers
    refused_for_servers_that_cannot_be_had
    refused_before_the_credit
}

fn owner(contact: &str) -> Arrival {
    Arrival { contacts: vec![(Role::Registrant, handle(contact))], ..Arrival::default() }
}

fn to(delegation: Delegation) -> Arrival {
    Arrival { delegation: Some(delegation), ..Arrival::default() }
}

fn listed(list: &[(&str, &[&str])]) -> Arrival {
    to(Delegation::Listed(servers(list)))
}

fn ask(domain: &str, arrival: Arrival) -> TransferRequest {
    TransferRequest { arrival, ..transfer_of(domain) }
}

fn approve(world: &World, domain: &str) {
    world.done(&world.alpha, Outcome::TransferApproved, TransferApprove { name: name(domain) });
}

fn server_names(world: &World, domain: &str) -> Vec<String> {
    let view = world.view(domain);
    let attributes = view.attributes.iter().map(|server| &server.name);
    view.hosts.iter().chain(attributes).map(ToString::to_string).collect()
}

/// ALPHA has a domain, and BRAVO the contact that it wants as its owner.
fn world(domain: &str) -> World {
    let world = with_domain(domain);
    world.enrol(&world.bravo, "EVA");
    world
}

fn success_at_once() {
    let world = world("shop.attr.test");
    let arrival = Arrival { delegation: Some(Delegation::House), ..owner("EVA") };
    world.done(&world.bravo, Outcome::TransferCompleted, ask("shop.attr.test", arrival));
    assert_eq!(world.view("shop.attr.test").registrant(), Some(&handle("EVA")));
    assert_eq!(server_names(&world, "shop.attr.test"), ["ns1.chancery.example", "ns2.chancery.example"]);
    assert!(world.told(&world.bravo).is_empty());
}

fn success_when_the_losing_sponsor_approves() {
    let world = world("shop.test");
    world.done(&world.bravo, Outcome::TransferRequested, ask("shop.test", owner("EVA")));
    assert_eq!(world.view("shop.test").registrant(), None, "nothing changes while it is pending");
    approve(&world, "shop.test");
    assert_eq!(world.view("shop.test").registrant(), Some(&handle("EVA")));
    world.assert_audit_clean();
}

fn success_when_the_time_is_up() {
    let world = world("shop.test");
    let arrival = Arrival { delegation: Some(Delegation::House), ..owner("EVA") };
    world.done(&world.bravo, Outcome::TransferRequested, ask("shop.test", arrival));
    world.advance_days(5);
    assert_eq!(world.view("shop.test").registrant(), Some(&handle("EVA")));
    assert_eq!(server_names(&world, "shop.test"), ["ns1.chancery.example", "ns2.chancery.example"]);
    world.assert_audit_clean();
}

fn success_leaves_the_other_roles() {
    let world = world("other.test");
    for contact in ["JANE", "TEC"] {
        world.enrol(&world.alpha, contact);
    }
    let contacts = vec![(Role::Registrant, handle("JANE")), (Role::Tech, handle("TEC"))];
    world.done(&world.alpha, Outcome::DomainCreated, Create { contacts, ..create_domain("shop.test") });
    world.done(&world.bravo, Outcome::TransferRequested, ask("shop.test", owner("EVA")));
    approve(&world, "shop.test");
    let view = world.view("shop.test");
    let contacts: Vec<_> = view.contacts.iter().map(|contact| (contact.role, &contact.handle)).collect();
    assert_eq!(contacts, [(Role::Registrant, &handle("EVA")), (Role::Tech, &handle("TEC"))]);
}

/// Whoever ends the transfer, the hosts are the gaining sponsor's.
fn success_makes_and_moves_hosts_for_the_new_sponsor() {
    let world = with_domain("shop.test");
    world.add_host(&world.alpha, "ns1.shop.test", &["192.0.2.1"]);
    let arrival =
        listed(&[("ns1.shop.test", &["192.0.2.9"]), ("ns2.shop.test", &["192.0.2.2"]), ("ns.example", &[])]);
    world.done(&world.bravo, Outcome::TransferRequested, ask("shop.test", arrival));
    approve(&world, "shop.test");
    assert_eq!(server_names(&world, "shop.test"), ["ns.example", "ns1.shop.test", "ns2.shop.test"]);
    for (server, addresses) in
        [("ns1.shop.test", &["192.0.2.9"] as &[_]), ("ns2.shop.test", &["192.0.2.2"]), ("ns.example", &[])]
    {
        let info = host::Info { name: name(server) };
        let host = world.found(&world.bravo, Outcome::HostFound, info).host;
        let shown: Vec<_> = host.addresses.iter().map(ToString::to_string).collect();
        assert_eq!(host.sponsor, world.bravo.id(), "{server}");
        assert_eq!(shown, addresses, "{server}");
    }
}

fn nothing_of_a_transfer_that_was_rejected() {
    let world = world("shop.test");
    world.done(&world.bravo, Outcome::TransferRequested, ask("shop.test", owner("EVA")));
    world.done(&world.alpha, Outcome::TransferRejected, TransferReject { name: name("shop.test") });
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    approve(&world, "shop.test");
    assert_eq!(world.view("shop.test").registrant(), None);
}

fn what_is_gone_by_then_leaves_the_domain_as_it_was() {
    let world = world("shop.test");
    let arrival = Arrival { delegation: Some(Delegation::House), ..owner("EVA") };
    world.done(&world.bravo, Outcome::TransferRequested, ask("shop.test", arrival));
    world.done(&world.bravo, Outcome::ContactDeleted, contact::Delete { handle: handle("EVA") });
    approve(&world, "shop.test");
    let view = world.view("shop.test");
    assert_eq!((view.domain.sponsor, view.registrant()), (world.bravo.id(), None));
    assert!(server_names(&world, "shop.test").is_empty());
    let told = world.told(&world.bravo);
    let [Event::DomainLeftAsItWas { name, reason }, Event::DomainTransfer { .. }] = &told[..] else {
        panic!("{told:?}")
    };
    assert_eq!(name, "shop.test");
    assert!(reason.contains("EVA"), "{reason}");
}

fn refused_for_contacts() {
    let world = world("shop.test");
    world.refused(&world.bravo, Outcome::DomainContactUnknown, ask("shop.test", owner("NOBODY")));
    let two =
        Arrival { contacts: [owner("EVA").contacts, owner("EVA").contacts].concat(), ..Arrival::default() };
    world.refused(&world.bravo, Outcome::ContactRoleRefused, ask("shop.test", two));
}

fn refused_for_how_many_contacts() {
    let world = World::new();
    let admins = |contacts: &[&str]| -> Vec<_> {
        contacts.iter().map(|contact| (Role::Admin, handle(contact))).collect()
    };
    for contact in ["ADM-1", "ADM-2"] {
        world.enrol(&world.alpha, contact);
    }
    let pair = Create { contacts: admins(&["ADM-1", "ADM-2"]), ..create_domain("shop.pairs.test") };
    world.done(&world.alpha, Outcome::DomainCreated, pair);
    let one = Arrival { contacts: admins(&["ADM-1"]), ..Arrival::default() };
    world.refused(&world.bravo, Outcome::ContactRoleMissing, ask("shop.pairs.test", one));
}

fn refused_for_contacts_that_do_not_fit() {
    let world = world("shop.made.test");
    world.refused(&world.bravo, Outcome::DomainContactUnfit, ask("shop.made.test", owner("EVA")));
}

fn refused_for_the_form_and_number_of_servers() {
    let world = strict_world();
    world.done(&world.alpha, Outcome::DomainCreated, strict("shop.strict.test"));
    world.pass_days(60);
    let refused = |why, arrival| {
        let authority = shown("a-rather-long-secret");
        world.refused(&world.bravo, why, TransferRequest { authority, ..ask("shop.strict.test", arrival) });
    };
    let one: &[(&str, &[&str])] = &[("a.example", &[])];
    refused(Outcome::NameServersTooFew, listed(one));
    let many = [("a.example", &[] as &[&str]), ("b.example", &[]), ("c.example", &[]), ("d.example", &[])];
    refused(Outcome::NameServersTooMany, listed(&many));
    refused(Outcome::NamedTwice, listed(&[("a.example", &[]), ("A.example", &[])]));
    refused(Outcome::HostFormRefused, to(attributes(one)));
}

fn refused_for_servers_that_cannot_be_had() {
    let world = with_domain("shop.test");
    for domain in ["shop.attr.test", "other.test", "shop.sets.test"] {
        world.register(&world.alpha, domain);
    }
    world.redeemable(&world.bravo, "gone.test");
    let addresses: Vec<String> = (1..=14).map(|last| format!("192.0.2.{last}")).collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let set = || to(Delegation::Nsset(nsset_name("SET")));
    let needless = to(attributes(&[("ns.example", &["192.0.2.1"])]));
    for (domain, why, arrival) in [
        ("shop.test", Outcome::GlueMissing, listed(&[("ns.shop.test", &[])])),
        ("shop.test", Outcome::HostAddressesTooMany, listed(&[("ns.shop.test", &addresses)])),
        ("shop.test", Outcome::HostNameIsZone, listed(&[("test", &["192.0.2.1"])])),
        ("shop.test", Outcome::SuperordinateUnknown, listed(&[("ns.none.test", &["192.0.2.1"])])),
        ("shop.test", Outcome::SuperordinateForeign, listed(&[("ns.other.test", &["192.0.2.1"])])),
        ("shop.test", Outcome::SuperordinateDeleted, listed(&[("ns.gone.test", &["192.0.2.1"])])),
        ("shop.test", Outcome::DomainHostUnknown, to(hosts(&["ns.example"]))),
        ("shop.test", Outcome::NssetsUnsupported, set()),
        ("shop.sets.test", Outcome::NssetUnknown, set()),
        ("shop.attr.test", Outcome::GlueRefused, needless),
    ] {
        world.refused(&world.bravo, why, ask(domain, arrival));
    }
}

fn refused_before_the_credit() {
    let world = World::with_credit(1_000, 0);
    world.register(&world.alpha, "shop.test");
    world.register(&world.bravo, "spent.test");
    world.refused(&world.bravo, Outcome::DomainContactUnknown, ask("shop.test", owner("NOBODY")));
    world.refused(&world.bravo, Outcome::CreditInsufficient, transfer_of("shop.test"));
}

fn locked() -> Arrival {
    Arrival { is_locked: true, renewal: Some(RenewalMode::Automatic), ..Arrival::default() }
}

fn is_locked(world: &World) -> bool {
    world.view("shop.test").domain.statuses.has(Status::ClientTransferProhibited)
}

fn success_locks_and_renews_as_the_new_sponsor_likes() {
    let world = world("shop.test");
    world.done(&world.bravo, Outcome::TransferRequested, ask("shop.test", locked()));
    assert!(!is_locked(&world));
    approve(&world, "shop.test");
    assert!(is_locked(&world));
    assert_eq!(world.view("shop.test").domain.renewal, Some(RenewalMode::Automatic));
    world.assert_audit_clean();
}

fn success_locks_even_where_the_rest_cannot_be_had() {
    let world = world("shop.test");
    let arrival = Arrival { contacts: owner("EVA").contacts, ..locked() };
    world.done(&world.bravo, Outcome::TransferRequested, ask("shop.test", arrival));
    world.done(&world.bravo, Outcome::ContactDeleted, contact::Delete { handle: handle("EVA") });
    approve(&world, "shop.test");
    assert!(is_locked(&world));
    assert_eq!(world.view("shop.test").registrant(), None);
}

fn of_people(domain: &str) -> TransferRequest {
    let people = vec![Person { role: Role::Registrant, details: person() }];
    TransferRequest { people, ..transfer_of(domain) }
}

fn success_makes_contacts_of_people() {
    let world = world("shop.test");
    world.done(&world.bravo, Outcome::TransferRequested, of_people("shop.test"));
    approve(&world, "shop.test");
    let view = world.view("shop.test");
    let registrant = view.registrant().unwrap();
    assert_eq!(contact_of(&world, &world.bravo, registrant.as_str()).details, person());
}

fn refused_leaves_no_contact_behind() {
    let world = world("shop.test");
    world.spend_all(&world.bravo);
    let contacts = || {
        let index = world.engine.store().names();
        index.count(engine::ports::store::Kind::Contact)
    };
    let before = contacts();
    world.refused(&world.bravo, Outcome::CreditInsufficient, of_people("shop.test"));
    assert_eq!(contacts(), before);
}
