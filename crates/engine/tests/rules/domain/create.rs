use engine::{
    Outcome,
    model::{DnssecData, NamePattern, Role, Window},
    ops::{
        contact,
        domain::{Create, Delete, Person},
    },
};

use super::{strict, strict_world};
use crate::fixture::{World, attributes, create_domain, day, ds, handle, name, person, secret, years};

cases! {
    success_is_what_was_sent
    success_runs_for_a_year_unless_said_otherwise
    success_costs_the_price_of_each_year
    success_in_the_currency_of_the_account
    success_of_leap_day_ends_on_the_28th
    success_with_all_that_a_zone_wants
    success_with_one_contact_in_two_roles
    success_with_contacts_and_hosts_of_others
    success_without_authinfo
    success_with_dnssec_data
    success_with_host_attributes
    success_of_internationalised_names
    success_of_a_name_given_back_under_a_new_id
    success_with_people_told_whole
    success_leaves_no_contact_of_what_was_refused
}

fn success_is_what_was_sent() {
    let world = World::new();
    let created = world.done(&world.alpha, Outcome::DomainCreated, create_domain("Shop.Test"));
    assert_eq!((created.name.as_str(), created.created_at), ("shop.test", world.now()));
    let view = world.view("shop.test");
    let domain = &view.domain;
    assert_eq!((domain.sponsor, domain.creator), (world.alpha.id(), world.alpha.id()));
    assert_eq!((domain.zone.as_str(), domain.expires_at), ("test", created.expires_at));
    assert_eq!((domain.updater, domain.updated_at, domain.transferred_at), (None, None, None));
    assert_eq!(world.history(domain.id), ["domain_create"]);
    assert_eq!(world.waiting(&world.alpha), 0);
}

fn success_runs_for_a_year_unless_said_otherwise() {
    let world = World::new();
    for (domain, period, end) in [
        ("one.test", None, "2028-03-01"),
        ("two.test", years(2), "2029-03-01"),
        ("ten.test", years(10), "2037-03-01"),
    ] {
        let create = Create { period, ..create_domain(domain) };
        assert_eq!(world.done(&world.alpha, Outcome::DomainCreated, create).expires_at, day(end));
    }
}

fn success_costs_the_price_of_each_year() {
    let world = World::with_credit(10_000, 0);
    world.done(
        &world.alpha,
        Outcome::DomainCreated,
        Create { period: years(3), ..create_domain("shop.test") },
    );
    assert_eq!((world.balance(&world.alpha), world.balance(&world.bravo)), (7_000, 10_000));
    world.assert_audit_clean();
}

fn success_in_the_currency_of_the_account() {
    let world = World::with_credit(10_000, 0);
    world.register(&world.charlie, "shop.free.test");
    world.register(&world.alpha, "other.free.test");
    assert_eq!((world.balance(&world.charlie), world.balance(&world.alpha)), (10_000, 9_000));
}

fn success_of_leap_day_ends_on_the_28th() {
    let world = World::new();
    world.set_clock(day("2028-02-29"));
    let created = world.done(&world.alpha, Outcome::DomainCreated, create_domain("shop.test"));
    assert_eq!(created.expires_at, day("2029-02-28"));
    let four = Create { period: years(4), ..create_domain("leap.test") };
    assert_eq!(world.done(&world.alpha, Outcome::DomainCreated, four).expires_at, day("2032-02-29"));
}

fn success_with_all_that_a_zone_wants() {
    let world = strict_world();
    world.done(&world.alpha, Outcome::DomainCreated, strict("shop.strict.test"));
    let view = world.view("shop.strict.test");
    let shown: Vec<_> = view.contacts.iter().map(|link| (link.role, link.handle.as_str())).collect();
    assert_eq!(shown, [(Role::Registrant, "REG"), (Role::Admin, "ADM")]);
    assert_eq!(view.hosts, [name("ns1.example"), name("ns2.example")]);
    assert_eq!(view.registrant(), Some(&handle("REG")));
}

fn success_with_one_contact_in_two_roles() {
    let world = strict_world();
    let contacts = vec![(Role::Registrant, handle("REG")), (Role::Admin, handle("REG"))];
    world.done(&world.alpha, Outcome::DomainCreated, Create { contacts, ..strict("shop.strict.test") });
}

fn success_with_contacts_and_hosts_of_others() {
    let world = strict_world();
    world.done(&world.bravo, Outcome::DomainCreated, strict("shop.strict.test"));
}

fn success_without_authinfo() {
    let world = World::new();
    let create = Create { authinfo: secret(""), ..create_domain("shop.test") };
    world.done(&world.alpha, Outcome::DomainCreated, create);
    assert_eq!(world.view("shop.test").domain.authinfo, None);
}

fn success_with_dnssec_data() {
    let world = World::new();
    let signed = DnssecData { max_signature_life: Some(600), ds: vec![ds(1), ds(2)], keys: Vec::new() };
    let create = Create { dnssec: signed.clone(), ..create_domain("shop.test") };
    world.done(&world.alpha, Outcome::DomainCreated, create);
    assert_eq!(world.view("shop.test").domain.dnssec, signed);
}

fn success_with_host_attributes() {
    let world = World::new();
    let delegation =
        attributes(&[("ns1.shop.attr.test", &["192.0.2.1", "2001:db8::1"]), ("ns.example", &[])]);
    let create = Create { delegation, ..create_domain("shop.attr.test") };
    world.done(&world.alpha, Outcome::DomainCreated, create);
    let kept = world.view("shop.attr.test").domain.host_attributes;
    assert_eq!((kept.len(), kept[0].addresses.len()), (2, 2));
}

fn success_of_internationalised_names() {
    let world = World::new();
    for domain in ["kůň.test", "kůň-7.test", name("dům.test").as_str(), "москва-24.test"] {
        world.register(&world.alpha, domain);
    }
    world.refused(&world.alpha, Outcome::DomainTaken, create_domain("DŮM.test"));
}

fn success_of_a_name_given_back_under_a_new_id() {
    let world = super::with_domain("shop.test");
    let first = world.view("shop.test").domain.id;
    world.done(&world.alpha, Outcome::DomainDeleted, Delete { name: name("shop.test") });
    world.register(&world.bravo, "shop.test");
    let second = world.view("shop.test").domain.id;
    assert!(first < second && first.roid() != second.roid());
    assert_eq!(world.history(first), ["domain_create", "domain_delete"]);
    assert_eq!(world.history(second), ["domain_create"]);
}

fn success_with_people_told_whole() {
    let world = World::new();
    let people = [Role::Registrant, Role::Admin].map(|role| Person { role, details: person() }).to_vec();
    world.done(&world.alpha, Outcome::DomainCreated, Create { people, ..create_domain("shop.test") });
    let contacts = world.view("shop.test").contacts;
    assert_eq!(contacts.len(), 2);
    assert_eq!(contacts[0].handle, contacts[1].handle, "who says the same is one contact");
}

fn success_leaves_no_contact_of_what_was_refused() {
    let world = World::with_credit(0, 0);
    let people = vec![Person { role: Role::Registrant, details: person() }];
    let create = Create { people, ..create_domain("shop.test") };
    world.refused(&world.alpha, Outcome::CreditInsufficient, create);
    let list = contact::List { pattern: NamePattern::new("*"), window: Window { first: 0, limit: 9 } };
    assert_eq!(world.found(&world.alpha, Outcome::ContactsListed, list).total, 0);
}
