//! Registrations that are refused, and for what first of all.

use engine::{
    Outcome,
    model::{DnssecData, Role},
    ops::domain::{Create, Delete},
};

use super::{strict, strict_world};
use crate::fixture::{
    World, attributes, create_domain, ds, handle, hosts, key, name, outcomes, secret, years,
};

cases! {
    refused_outside_the_zones
    refused_for_what_is_not_one_label_under_a_zone
    refused_for_a_taken_name
    refused_for_the_length_of_the_label
    refused_for_a_reserved_name_however_it_is_written
    refused_for_names_that_nobody_gets
    refused_for_internationalised_names
    refused_for_letters_that_look_alike
    refused_for_the_period
    refused_for_the_term
    refused_without_registrant
    refused_without_the_contacts_a_zone_wants
    refused_with_contacts_a_zone_does_not_take
    refused_for_a_contact_twice_in_a_role
    refused_for_the_form_of_the_name_servers
    refused_for_the_number_of_name_servers
    refused_for_a_name_server_twice
    refused_for_glue_that_is_missing
    refused_for_glue_that_is_not_needed
    refused_for_too_many_addresses_of_an_attribute
    refused_for_the_form_of_the_dnssec_data
    refused_for_too_much_dnssec_data
    refused_for_a_weak_authinfo
    refused_for_contacts_that_do_not_exist
    refused_for_hosts_that_do_not_exist
    refused_where_there_is_no_price
    refused_without_credit
    refused_for_all_faults_together
    refused_in_the_documented_order
}

fn refused_outside_the_zones() {
    let world = World::new();
    for domain in ["shop.example", "example"] {
        world.refused(&world.alpha, Outcome::ZoneUnknown, create_domain(domain));
    }
}

fn refused_for_what_is_not_one_label_under_a_zone() {
    let world = World::new();
    for domain in ["test", "strict.test", "www.shop.test", "www.shop.strict.test"] {
        world.refused(&world.alpha, Outcome::NameNotRegistrable, create_domain(domain));
    }
}

fn refused_for_a_taken_name() {
    let world = super::with_domain("shop.test");
    for actor in [&world.alpha, &world.bravo] {
        world.refused(actor, Outcome::DomainTaken, create_domain("SHOP.test"));
    }
    world.pass_days(6);
    world.done(&world.alpha, Outcome::DomainDeletePending, Delete { name: name("shop.test") });
    world.refused(&world.bravo, Outcome::DomainTaken, create_domain("shop.test"));
}

fn refused_for_the_length_of_the_label() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::LabelSingle, create_domain("a.test"));
    for label in [&"a".repeat(21), "žžžžžžžžžžžžžžžž"] {
        let create = create_domain(&format!("{label}.test"));
        world.refused(&world.alpha, Outcome::LabelLengthRefused, create);
    }
    world.register(&world.alpha, &format!("{}.test", "a".repeat(20)));
    let long = create_domain(&format!("{}.strict.test", "a".repeat(29)));
    world.refused(&world.alpha, Outcome::NameTooLong, long);
}

fn refused_for_a_reserved_name_however_it_is_written() {
    let world = World::new();
    for domain in ["nic.test", "NIC.test", "bücher.test", "xn--bcher-kva.test"] {
        world.refused(&world.alpha, Outcome::NameReserved, create_domain(domain));
    }
}

fn refused_for_names_that_nobody_gets() {
    let world = World::new();
    for (label, why) in
        [("withheld", Outcome::NameWithheld), ("blocked", Outcome::NameBlocked), ("kept", Outcome::NameKept)]
    {
        world.refused(&world.alpha, why, create_domain(&format!("{label}.test")));
    }
}

fn refused_for_internationalised_names() {
    let world = strict_world();
    world.refused(&world.alpha, Outcome::IdnNotOffered, strict("kůň.strict.test"));
    for domain in ["schön.test", "ůм.test"] {
        world.refused(&world.alpha, Outcome::IdnTableMismatch, create_domain(domain));
    }
}

/// The second letter of the first is Cyrillic, and only the first letter of the second is Latin.
fn refused_for_letters_that_look_alike() {
    let world = World::new();
    for domain in ["pаypal.test", "cорт.test"] {
        world.refused(&world.alpha, Outcome::IdnTableMismatch, create_domain(domain));
    }
}

fn refused_for_the_period() {
    let world = strict_world();
    for (period, domain) in [(11, "shop.test"), (99, "shop.test")] {
        let create = Create { period: years(period), ..create_domain(domain) };
        world.refused(&world.alpha, Outcome::PeriodOutOfRange, create);
    }
    let create = Create { period: years(3), ..strict("shop.strict.test") };
    let refusals = world.refused(&world.alpha, Outcome::PeriodOutOfRange, create);
    assert_eq!(refusals.first().facts, [("range", "1 to 2".to_owned())]);
}

fn refused_for_the_term() {
    let world = World::new();
    let create = |period| Create { period: years(period), ..create_domain("shop.short.test") };
    world.refused(&world.alpha, Outcome::TermTooLong, create(3));
    world.done(&world.alpha, Outcome::DomainCreated, create(2));
}

fn refused_without_registrant() {
    let world = strict_world();
    let contacts = vec![(Role::Admin, handle("ADM"))];
    let create = Create { contacts, ..strict("shop.strict.test") };
    world.refused(&world.alpha, Outcome::RegistrantMissing, create);
}

fn refused_without_the_contacts_a_zone_wants() {
    let world = strict_world();
    let contacts = vec![(Role::Registrant, handle("REG"))];
    let create = Create { contacts, ..strict("shop.strict.test") };
    world.refused(&world.alpha, Outcome::ContactRoleMissing, create);
}

fn refused_with_contacts_a_zone_does_not_take() {
    let world = strict_world();
    for more in [
        vec![(Role::Registrant, "REG"), (Role::Registrant, "ADM"), (Role::Admin, "ADM")],
        vec![(Role::Registrant, "REG"), (Role::Admin, "ADM"), (Role::Billing, "ADM")],
        vec![(Role::Registrant, "REG"), (Role::Admin, "ADM"), (Role::Tech, "TEC"), (Role::Tech, "TEC-2")],
    ] {
        let contacts = more.into_iter().map(|(role, contact)| (role, handle(contact))).collect();
        let create = Create { contacts, ..strict("shop.strict.test") };
        world.refused(&world.alpha, Outcome::ContactRoleRefused, create);
    }
}

fn refused_for_a_contact_twice_in_a_role() {
    let world = strict_world();
    let contacts = vec![(Role::Tech, handle("TEC")), (Role::Tech, handle("TEC"))];
    world.refused(&world.alpha, Outcome::NamedTwice, Create { contacts, ..create_domain("shop.test") });
}

fn refused_for_the_form_of_the_name_servers() {
    let world = strict_world();
    let create = Create { delegation: attributes(&[("ns1.example", &[])]), ..create_domain("shop.test") };
    world.refused(&world.alpha, Outcome::HostFormRefused, create);
    let create = Create { delegation: hosts(&["ns1.example"]), ..create_domain("shop.attr.test") };
    world.refused(&world.alpha, Outcome::HostFormRefused, create);
}

fn refused_for_the_number_of_name_servers() {
    let world = strict_world();
    let all = ["ns1.example", "ns2.example", "ns3.example", "ns4.example"];
    let with = |count: usize| Create { delegation: hosts(&all[..count]), ..strict("shop.strict.test") };
    for few in [0, 1] {
        world.refused(&world.alpha, Outcome::NameServersTooFew, with(few));
    }
    world.refused(&world.alpha, Outcome::NameServersTooMany, with(4));
    world.done(&world.alpha, Outcome::DomainCreated, with(3));
}

fn refused_for_a_name_server_twice() {
    let world = strict_world();
    let create = Create { delegation: hosts(&["ns1.example", "ns1.example"]), ..create_domain("shop.test") };
    world.refused(&world.alpha, Outcome::NamedTwice, create);
    let create = Create {
        delegation: attributes(&[("ns1.example", &[]), ("ns1.example", &[])]),
        ..create_domain("shop.attr.test")
    };
    world.refused(&world.alpha, Outcome::NamedTwice, create);
    let create = Create {
        delegation: attributes(&[("ns.shop.attr.test", &["192.0.2.1", "192.0.2.1"])]),
        ..create_domain("shop.attr.test")
    };
    world.refused(&world.alpha, Outcome::NamedTwice, create);
}

/// Nobody could find such a name server, be it a host object inside any of the zones or an attribute inside the domain.
fn refused_for_glue_that_is_missing() {
    let world = super::with_domain("shop.test");
    world.add_host(&world.alpha, "ns1.shop.test", &[]);
    let create = Create { delegation: hosts(&["ns1.shop.test"]), ..create_domain("other.test") };
    world.refused(&world.alpha, Outcome::GlueMissing, create);
    for server in ["ns1.new.attr.test", "new.attr.test"] {
        let create = Create { delegation: attributes(&[(server, &[])]), ..create_domain("new.attr.test") };
        world.refused(&world.alpha, Outcome::GlueMissing, create);
    }
}

fn refused_for_glue_that_is_not_needed() {
    let world = World::new();
    for server in ["ns1.example", "ns1.anew.attr.test"] {
        let delegation = attributes(&[(server, &["192.0.2.1"])]);
        let create = Create { delegation, ..create_domain("new.attr.test") };
        world.refused(&world.alpha, Outcome::GlueRefused, create);
    }
}

fn refused_for_too_many_addresses_of_an_attribute() {
    let world = World::new();
    let addresses: Vec<String> = (1..=14).map(|last| format!("192.0.2.{last}")).collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let with = |count: usize| Create {
        delegation: attributes(&[("ns.new.attr.test", &addresses[..count])]),
        ..create_domain("new.attr.test")
    };
    world.refused(&world.alpha, Outcome::HostAddressesTooMany, with(14));
    world.done(&world.alpha, Outcome::DomainCreated, with(13));
}

fn refused_for_the_form_of_the_dnssec_data() {
    let world = strict_world();
    let by_ds = || DnssecData { ds: vec![ds(1)], ..DnssecData::default() };
    let by_key = || DnssecData { keys: vec![key("AQID")], ..DnssecData::default() };
    let by_both = || DnssecData { keys: vec![key("AQID")], ..by_ds() };
    let life_alone = || DnssecData { max_signature_life: Some(600), ..DnssecData::default() };
    for (create, dnssec) in [
        (create_domain("shop.test"), by_key()),
        (create_domain("shop.attr.test"), by_ds()),
        (create_domain("shop.either.test"), by_both()),
        (strict("shop.strict.test"), by_ds()),
        (strict("shop.strict.test"), life_alone()),
    ] {
        world.refused(&world.alpha, Outcome::DnssecRefused, Create { dnssec, ..create });
    }
    for (domain, dnssec) in [("ds.either.test", by_ds()), ("key.either.test", by_key())] {
        world.done(&world.alpha, Outcome::DomainCreated, Create { dnssec, ..create_domain(domain) });
    }
}

fn refused_for_too_much_dnssec_data() {
    let world = World::new();
    let with = |records| DnssecData { ds: records, ..DnssecData::default() };
    let create = Create { dnssec: with(vec![ds(1), ds(2), ds(3)]), ..create_domain("shop.test") };
    world.refused(&world.alpha, Outcome::DnssecTooMany, create);
    let create = Create { dnssec: with(vec![ds(1), ds(1)]), ..create_domain("shop.test") };
    world.refused(&world.alpha, Outcome::NamedTwice, create);
}

fn refused_for_a_weak_authinfo() {
    let world = strict_world();
    let create = Create { authinfo: secret("12345"), ..create_domain("shop.test") };
    world.refused(&world.alpha, Outcome::AuthinfoWeak, create);
    let create = Create { authinfo: secret("fifteen-letters"), ..strict("shop.strict.test") };
    world.refused(&world.alpha, Outcome::AuthinfoWeak, create);
    let create = Create { authinfo: secret(&"x".repeat(256)), ..create_domain("shop.test") };
    world.refused(&world.alpha, Outcome::AuthinfoWeak, create);
}

fn refused_for_contacts_that_do_not_exist() {
    let world = strict_world();
    let contacts = vec![(Role::Registrant, handle("WHO")), (Role::Admin, handle("WHOM"))];
    let create = Create { contacts, ..strict("shop.strict.test") };
    let refusals = world.refused(&world.alpha, Outcome::DomainContactUnknown, create);
    assert_eq!(outcomes(&refusals), [Outcome::DomainContactUnknown; 2]);
}

fn refused_for_hosts_that_do_not_exist() {
    let world = World::new();
    let create = Create { delegation: hosts(&["ns8.example", "ns9.example"]), ..create_domain("shop.test") };
    let refusals = world.refused(&world.alpha, Outcome::DomainHostUnknown, create);
    assert_eq!(outcomes(&refusals), [Outcome::DomainHostUnknown; 2]);
}

fn refused_where_there_is_no_price() {
    let world = World::new();
    world.refused(&world.charlie, Outcome::PriceMissing, create_domain("shop.dollars.test"));
    world.register(&world.alpha, "shop.dollars.test");
}

fn refused_without_credit() {
    let world = World::with_credit(1_500, 0);
    let two = Create { period: years(2), ..create_domain("shop.test") };
    let refusals = world.refused(&world.alpha, Outcome::CreditInsufficient, two.clone());
    assert_eq!(refusals.first().reason().matches("20.00 USD").count(), 1);
    world.register(&world.alpha, "shop.test");
    world.refused(&world.alpha, Outcome::CreditInsufficient, create_domain("other.test"));

    let indebted = World::with_credit(1_500, 500);
    indebted.done(&indebted.alpha, Outcome::DomainCreated, two);
    assert_eq!(indebted.balance(&indebted.alpha), -500);
}

fn refused_for_all_faults_together() {
    let world = World::new();
    let create = Create {
        period: years(3),
        authinfo: secret("weak"),
        dnssec: DnssecData { ds: vec![ds(1)], ..DnssecData::default() },
        ..create_domain("st.strict.test")
    };
    let refusals = world.refused(&world.alpha, Outcome::LabelLengthRefused, create);
    assert_eq!(
        outcomes(&refusals),
        [
            Outcome::LabelLengthRefused,
            Outcome::PeriodOutOfRange,
            Outcome::RegistrantMissing,
            Outcome::ContactRoleMissing,
            Outcome::NameServersTooFew,
            Outcome::DnssecRefused,
            Outcome::AuthinfoWeak
        ]
    );
}

/// The zone; whether the name is taken; policy; contacts and hosts; the credit.
fn refused_in_the_documented_order() {
    let world = World::with_credit(1_000, 0);
    world.register(&world.alpha, "shop.test");
    let wrong = |domain| Create {
        period: years(11),
        contacts: vec![(Role::Registrant, handle("WHO"))],
        delegation: hosts(&["ns9.example"]),
        ..create_domain(domain)
    };
    world.refused(&world.alpha, Outcome::ZoneUnknown, wrong("shop.example"));
    world.refused(&world.alpha, Outcome::DomainTaken, wrong("shop.test"));
    world.refused(&world.alpha, Outcome::PeriodOutOfRange, wrong("new.test"));
    let right_period = Create { period: None, ..wrong("new.test") };
    world.refused(&world.alpha, Outcome::DomainContactUnknown, right_period.clone());
    let without_contacts = Create { contacts: Vec::new(), ..right_period };
    world.refused(&world.alpha, Outcome::DomainHostUnknown, without_contacts);
    world.refused(&world.alpha, Outcome::CreditInsufficient, create_domain("new.test"));
}
