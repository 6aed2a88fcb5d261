//! Contacts and name servers.

use engine::{
    Outcome,
    model::{Delegation, DomainName, Role, Status},
    ops::domain::{Create, LinkChange, Person, Replacement, Update},
};

use super::{strict, strict_world, with_domain};
use crate::fixture::{
    World, attributes, create_domain, domain_update, handle, hosts, name, outcomes, person, servers as listed,
};

cases! {
    success_swaps_contacts
    success_changes_the_registrant
    success_removes_the_registrant_where_none_is_needed
    success_changes_the_delegation
    success_removes_the_last_name_server
    success_changes_the_addresses_of_an_attribute
    success_moves_a_contact_to_another_role
    refused_for_something_twice
    refused_for_something_in_both_lists
    refused_for_what_does_not_exist
    refused_for_what_is_set
    refused_for_what_is_not_set
    refused_without_the_registrant_a_zone_wants
    refused_without_the_contacts_a_zone_wants
    refused_with_contacts_a_zone_does_not_take
    refused_for_the_form_of_the_name_servers
    refused_for_the_number_of_name_servers
    refused_for_glue_that_is_missing
    refused_for_glue_that_is_not_needed
    refused_for_too_many_addresses_of_an_attribute
    success_replaces_the_contacts_of_a_role
    success_replaces_people_that_are_told_whole
    success_lists_servers_in_the_form_of_the_zone
    refused_for_listed_servers_that_cannot_be_made
}

fn contacts(list: &[(Role, &str)]) -> LinkChange {
    let contacts = list.iter().map(|(role, contact)| (*role, handle(contact))).collect();
    LinkChange { contacts, ..LinkChange::default() }
}

fn servers(names: &[&str]) -> LinkChange {
    LinkChange { delegation: hosts(names), ..LinkChange::default() }
}

fn served(list: &[(&str, &[&str])]) -> LinkChange {
    LinkChange { delegation: attributes(list), ..LinkChange::default() }
}

fn update(domain: &str, add: LinkChange, remove: LinkChange) -> Update {
    Update { add, remove, ..domain_update(domain) }
}

fn nothing() -> LinkChange {
    LinkChange::default()
}

const STRICT: &str = "shop.strict.test";
const ATTRIBUTED: &str = "shop.attr.test";

/// A world in which ALPHA has a domain in the strict zone.
fn world() -> World {
    let world = strict_world();
    world.done(&world.alpha, Outcome::DomainCreated, strict(STRICT));
    world
}

/// A world in which ALPHA has a domain with a name server inside itself.
fn attributed() -> World {
    let world = World::new();
    let delegation = attributes(&[("ns1.shop.attr.test", &["192.0.2.1"])]);
    world.done(&world.alpha, Outcome::DomainCreated, Create { delegation, ..create_domain(ATTRIBUTED) });
    world
}

fn shown(world: &World, domain: &str) -> Vec<(Role, String)> {
    let links = world.view(domain).contacts;
    links.into_iter().map(|link| (link.role, link.handle.to_string())).collect()
}

fn success_swaps_contacts() {
    let world = world();
    let swap = update(
        STRICT,
        contacts(&[(Role::Admin, "ADM-2"), (Role::Tech, "TEC")]),
        contacts(&[(Role::Admin, "ADM")]),
    );
    world.done(&world.alpha, Outcome::DomainUpdated, swap);
    let expected = [(Role::Registrant, "REG"), (Role::Admin, "ADM-2"), (Role::Tech, "TEC")];
    assert_eq!(shown(&world, STRICT), expected.map(|(role, contact)| (role, contact.to_owned())));
}

fn success_changes_the_registrant() {
    let world = world();
    for registrant in ["TEC", "TEC", "ADM", "REG"] {
        let change = Update { registrant: Some(Some(handle(registrant))), ..domain_update(STRICT) };
        world.done(&world.alpha, Outcome::DomainUpdated, change);
        assert_eq!(world.view(STRICT).registrant(), Some(&handle(registrant)));
        assert_eq!(shown(&world, STRICT).len(), 2, "the admin contact stays");
    }
}

fn success_removes_the_registrant_where_none_is_needed() {
    let world = strict_world();
    let registered = Create {
        contacts: vec![(Role::Registrant, handle("REG")), (Role::Tech, handle("REG"))],
        ..create_domain("shop.test")
    };
    world.done(&world.alpha, Outcome::DomainCreated, registered);
    let release = Update { registrant: Some(None), ..domain_update("shop.test") };
    world.done(&world.alpha, Outcome::DomainUpdated, release);
    assert_eq!(shown(&world, "shop.test"), [(Role::Tech, "REG".to_owned())]);
}

fn success_changes_the_delegation() {
    let world = world();
    let change = update(STRICT, servers(&["ns3.example"]), servers(&["ns1.example"]));
    world.done(&world.alpha, Outcome::DomainUpdated, change);
    assert_eq!(world.view(STRICT).hosts, [name("ns2.example"), name("ns3.example")]);
}

fn success_removes_the_last_name_server() {
    let world = strict_world();
    let create = Create { delegation: hosts(&["ns1.example"]), ..create_domain("shop.test") };
    world.done(&world.alpha, Outcome::DomainCreated, create);
    let remove = update("shop.test", nothing(), servers(&["ns1.example"]));
    world.done(&world.alpha, Outcome::DomainUpdated, remove);
    let view = world.view("shop.test");
    assert_eq!((view.hosts.len(), view.statuses[0].0), (0, Status::Inactive));
}

/// The same name in both lists is the way to give it other addresses.
fn success_changes_the_addresses_of_an_attribute() {
    let world = attributed();
    let change = update(
        ATTRIBUTED,
        served(&[("ns1.shop.attr.test", &["2001:db8::1"])]),
        served(&[("ns1.shop.attr.test", &[])]),
    );
    world.done(&world.alpha, Outcome::DomainUpdated, change);
    let kept = world.view(ATTRIBUTED).domain.host_attributes;
    assert_eq!((kept.len(), kept[0].addresses[0].to_string().as_str()), (1, "2001:db8::1"));
}

fn success_moves_a_contact_to_another_role() {
    let world = world();
    let change = update(
        STRICT,
        contacts(&[(Role::Tech, "ADM"), (Role::Admin, "TEC")]),
        contacts(&[(Role::Admin, "ADM")]),
    );
    world.done(&world.alpha, Outcome::DomainUpdated, change);
    assert_eq!(shown(&world, STRICT)[1..], [(Role::Admin, "TEC".to_owned()), (Role::Tech, "ADM".to_owned())]);
}

fn refused_for_something_twice() {
    let world = world();
    for twice in [
        update(STRICT, contacts(&[(Role::Tech, "TEC"), (Role::Tech, "TEC")]), nothing()),
        update(STRICT, nothing(), contacts(&[(Role::Admin, "ADM"), (Role::Admin, "ADM")])),
        update(STRICT, servers(&["ns3.example", "ns3.example"]), nothing()),
        update(STRICT, nothing(), servers(&["ns1.example", "ns1.example"])),
    ] {
        world.refused(&world.alpha, Outcome::NamedTwice, twice);
    }
    let world = attributed();
    let twice = update(ATTRIBUTED, served(&[("ns.example", &[]), ("ns.example", &[])]), nothing());
    let refusals = world.refused(&world.alpha, Outcome::NamedTwice, twice);
    assert_eq!(outcomes(&refusals)[0], Outcome::NamedTwice);
}

fn refused_for_something_in_both_lists() {
    let world = world();
    for both in [
        update(STRICT, contacts(&[(Role::Admin, "ADM")]), contacts(&[(Role::Admin, "ADM")])),
        update(STRICT, servers(&["ns1.example"]), servers(&["ns1.example"])),
    ] {
        world.refused(&world.alpha, Outcome::AddedAndRemoved, both);
    }
}

fn refused_for_what_does_not_exist() {
    let world = world();
    let unknown = update(STRICT, contacts(&[(Role::Tech, "WHO")]), nothing());
    world.refused(&world.alpha, Outcome::DomainContactUnknown, unknown);
    let unknown = Update { registrant: Some(Some(handle("WHO"))), ..domain_update(STRICT) };
    world.refused(&world.alpha, Outcome::DomainContactUnknown, unknown);
    let unknown = update(STRICT, servers(&["ns9.example"]), nothing());
    world.refused(&world.alpha, Outcome::DomainHostUnknown, unknown);
}

fn refused_for_what_is_set() {
    let world = world();
    let again = update(STRICT, contacts(&[(Role::Admin, "ADM")]), nothing());
    world.refused(&world.alpha, Outcome::AlreadySet, again);
    let again = update(STRICT, servers(&["ns1.example"]), nothing());
    world.refused(&world.alpha, Outcome::AlreadySet, again);
    let world = attributed();
    let again = update(ATTRIBUTED, served(&[("ns1.shop.attr.test", &["192.0.2.2"])]), nothing());
    world.refused(&world.alpha, Outcome::AlreadySet, again);
}

fn refused_for_what_is_not_set() {
    let world = world();
    for absent in [
        update(STRICT, nothing(), contacts(&[(Role::Tech, "TEC")])),
        update(STRICT, nothing(), contacts(&[(Role::Tech, "WHO")])),
        update(STRICT, nothing(), contacts(&[(Role::Tech, "ADM")])),
        update(STRICT, nothing(), servers(&["ns4.example"])),
        update(STRICT, nothing(), servers(&["ns9.example"])),
    ] {
        world.refused(&world.alpha, Outcome::NotSet, absent);
    }
    let world = attributed();
    let absent = update(ATTRIBUTED, nothing(), served(&[("ns.example", &[])]));
    world.refused(&world.alpha, Outcome::NotSet, absent);
}

fn refused_without_the_registrant_a_zone_wants() {
    let world = world();
    let release = Update { registrant: Some(None), ..domain_update(STRICT) };
    world.refused(&world.alpha, Outcome::RegistrantNeeded, release);
}

fn refused_without_the_contacts_a_zone_wants() {
    let world = world();
    let remove = update(STRICT, nothing(), contacts(&[(Role::Admin, "ADM")]));
    world.refused(&world.alpha, Outcome::ContactRoleMissing, remove);
}

fn refused_with_contacts_a_zone_does_not_take() {
    let world = world();
    for more in [(Role::Admin, "ADM-2"), (Role::Billing, "TEC"), (Role::Registrant, "TEC")] {
        let more = update(STRICT, contacts(&[more]), nothing());
        world.refused(&world.alpha, Outcome::ContactRoleRefused, more);
    }
}

fn refused_for_the_form_of_the_name_servers() {
    let world = world();
    let change = update(STRICT, served(&[("ns3.example", &[])]), nothing());
    world.refused(&world.alpha, Outcome::HostFormRefused, change);
    world.register(&world.alpha, ATTRIBUTED);
    let change = update(ATTRIBUTED, servers(&["ns3.example"]), nothing());
    world.refused(&world.alpha, Outcome::HostFormRefused, change);
}

fn refused_for_the_number_of_name_servers() {
    let world = world();
    let remove = update(STRICT, nothing(), servers(&["ns1.example"]));
    world.refused(&world.alpha, Outcome::NameServersTooFew, remove);
    let add = update(STRICT, servers(&["ns3.example", "ns4.example"]), nothing());
    world.refused(&world.alpha, Outcome::NameServersTooMany, add);
    let world = attributed();
    let add = update(ATTRIBUTED, served(&[("ns2.example", &[]), ("ns3.example", &[])]), nothing());
    world.refused(&world.alpha, Outcome::NameServersTooMany, add);
}

fn refused_for_glue_that_is_missing() {
    let world = with_domain("shop.test");
    world.add_host(&world.alpha, "ns1.shop.test", &[]);
    let bare = update("shop.test", servers(&["ns1.shop.test"]), nothing());
    world.refused(&world.alpha, Outcome::GlueMissing, bare);
    let world = attributed();
    let bare = update(ATTRIBUTED, served(&[("ns2.shop.attr.test", &[])]), nothing());
    world.refused(&world.alpha, Outcome::GlueMissing, bare);
}

fn refused_for_glue_that_is_not_needed() {
    let world = attributed();
    let glued = update(ATTRIBUTED, served(&[("ns.example", &["192.0.2.9"])]), nothing());
    world.refused(&world.alpha, Outcome::GlueRefused, glued);
}

fn refused_for_too_many_addresses_of_an_attribute() {
    let world = attributed();
    let addresses: Vec<String> = (1..=14).map(|last| format!("192.0.2.{last}")).collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let many = update(ATTRIBUTED, served(&[("ns2.shop.attr.test", &addresses)]), nothing());
    world.refused(&world.alpha, Outcome::HostAddressesTooMany, many);
}

fn success_replaces_people_that_are_told_whole() {
    let world = with_domain("shop.test");
    let jane = |role| Person { role, details: person() };
    let people = vec![jane(Role::Registrant), jane(Role::Admin)];
    let replace = Replacement { people, ..Replacement::default() };
    world.done(&world.alpha, Outcome::DomainUpdated, Update { replace, ..domain_update("shop.test") });
    let links = world.view("shop.test").contacts;
    assert_eq!(links.len(), 2);
    // They say the same, so that one contact is enough.
    assert_eq!(links[0].id, links[1].id);
}

fn success_replaces_the_contacts_of_a_role() {
    let world = with_domain("shop.test");
    for contact in ["AAA", "BBB", "CCC"] {
        world.enrol(&world.alpha, contact);
    }
    let both = contacts(&[(Role::Admin, "AAA"), (Role::Tech, "AAA")]);
    world.done(&world.alpha, Outcome::DomainUpdated, update("shop.test", both, LinkChange::default()));
    let contacts = vec![(Role::Admin, vec![handle("BBB"), handle("CCC")])];
    let replace = Replacement { contacts, ..Replacement::default() };
    world.done(&world.alpha, Outcome::DomainUpdated, Update { replace, ..domain_update("shop.test") });
    let view = world.view("shop.test");
    let held: Vec<_> = view.contacts.iter().map(|held| (held.role, held.handle.as_str())).collect();
    assert_eq!(held, [(Role::Admin, "BBB"), (Role::Admin, "CCC"), (Role::Tech, "AAA")]);
}

fn list(names: &[&str]) -> LinkChange {
    let list: Vec<(&str, &[&str])> = names.iter().map(|name| (*name, &[] as &[&str])).collect();
    LinkChange { delegation: Delegation::Listed(listed(&list)), ..LinkChange::default() }
}

fn success_lists_servers_in_the_form_of_the_zone() {
    for domain in ["shop.test", "shop.attr.test"] {
        let world = with_domain(domain);
        let two = update(domain, list(&["ns1.example", "ns2.example"]), LinkChange::default());
        world.done(&world.alpha, Outcome::DomainUpdated, two);
        world.done(
            &world.alpha,
            Outcome::DomainUpdated,
            update(domain, list(&["ns3.example"]), list(&["ns1.example"])),
        );
        let view = world.view(domain);
        let attributes = view.attributes.iter().map(|server| &server.name);
        let names: Vec<_> = view.hosts.iter().chain(attributes).map(DomainName::as_str).collect();
        assert_eq!(names, ["ns2.example", "ns3.example"], "{domain}");
    }
}

fn refused_for_listed_servers_that_cannot_be_made() {
    let world = with_domain("shop.test");
    world.register(&world.bravo, "other.test");
    world.redeemable(&world.alpha, "gone.test");
    for (server, why) in [
        ("test", Outcome::HostNameIsZone),
        ("ns.none.test", Outcome::SuperordinateUnknown),
        ("ns.gone.test", Outcome::SuperordinateDeleted),
        ("ns.other.test", Outcome::SuperordinateForeign),
    ] {
        world.refused(&world.alpha, why, update("shop.test", list(&[server]), LinkChange::default()));
    }
}
