use engine::{Field, Outcome, model::RowName, ops::dns_row::Add};

use super::lines;
use crate::dns_zone::{refuses_strangers, secondary, world};
use crate::fixture::{World, add_row, line, name, outcomes};

cases! {
    success_adds_to_the_draft
    success_takes_the_name_literally
    success_takes_the_ttl_of_its_neighbours
    success_takes_what_an_acme_client_adds
    refused_for_the_name_and_the_ttl_together
    refused_for_a_name_that_is_too_long_in_the_zone
    refused_for_the_same_row
    refused_for_a_cname_in_its_way
    refused_for_another_ttl
    refused_beyond_the_bound_of_the_account
    refused_for_the_same_row_before_all_else
    refused_for_a_secondary_zone
    refused_for_strangers
}

fn add(world: &World, line: &str) {
    world.add_row(&world.alpha, "shop.test", line);
}

#[track_caller]
fn refused(world: &World, outcome: Outcome, line: &str) -> engine::Refusals {
    world.refused(&world.alpha, outcome, add_row("shop.test", line))
}

fn success_adds_to_the_draft() {
    let world = world();
    let add = add_row("shop.test", "www 300 A 192.0.2.1");
    let add = Add { row: engine::ops::dns_row::NewDnsRow { comment: Some(line("web")), ..add.row }, ..add };
    let row = world.done(&world.alpha, Outcome::DnsRowAdded, add);
    assert_eq!((row.changed_at, row.committed, row.comment), (world.now(), false, Some(line("web"))));
    let zone = world.zone("shop.test");
    assert_eq!((zone.rows, zone.changed, zone.changed_at), (1, true, Some(world.now())));
    assert_eq!(lines(&world), ["www 300 A 192.0.2.1"]);
    assert_eq!(world.history(zone.id).last().unwrap(), "dns_row_add");
}

fn success_takes_the_name_literally() {
    let world = world();
    add(&world, "docs.shop.test 300 TXT x");
    let row = &super::rows(&world)[0];
    assert_eq!(row.name.within(&name("shop.test")), "docs.shop.test.shop.test");
}

fn success_takes_the_ttl_of_its_neighbours() {
    let world = world();
    add(&world, "a - TXT one");
    add(&world, "b 900 TXT one");
    add(&world, "b - TXT two");
    add(&world, "b 300 A 192.0.2.1");
    assert_eq!(lines(&world), ["a 1800 TXT one", "b 300 A 192.0.2.1", "b 900 TXT one", "b 900 TXT two"]);
}

fn success_takes_what_an_acme_client_adds() {
    let world = world();
    add(&world, "_acme-challenge 300 TXT LHDhK3oGRvkiefQnx7OOczTY5Tic_xZ6HcMOc_gmtoM");
    add(&world, "_acme-challenge 300 TXT w2tVPzP2ScKFMkPSrB1lAcfvsWhhVRPhWYhvFRZqbV8");
    add(&world, "*.www 300 CNAME web.example");
    assert_eq!(lines(&world).len(), 3);
}

fn refused_for_the_name_and_the_ttl_together() {
    let world = world();
    for line in ["sip 299 SRV 1 2 3 a.example", "sip 2592001 SRV 1 2 3 a.example"] {
        let refusals = refused(&world, Outcome::DnsRowNameRefused, line);
        assert_eq!(outcomes(&refusals), [Outcome::DnsRowNameRefused, Outcome::DnsTtlOutOfRange]);
    }
    for line in ["@ 300 NS a.example", "@ 300 DS 1 13 2 00"] {
        let refusals = refused(&world, Outcome::DnsRowNameRefused, line);
        assert_eq!(refusals.first().field, Some(Field::DnsRowName));
    }
    refused(&world, Outcome::DnsTtlOutOfRange, "www 0 A 192.0.2.1");
    add(&world, "sub 300 NS a.example");
    add(&world, "www 2592000 A 192.0.2.1");
}

fn refused_for_a_name_that_is_too_long_in_the_zone() {
    let world = world();
    let deep = ["a".repeat(63).as_str(); 3].join(".");
    let long = format!("{deep}.{}", "b".repeat(52));
    let add = add_row("shop.test", "x 300 TXT x");
    let row = engine::ops::dns_row::NewDnsRow { name: RowName::parse(&long).unwrap(), ..add.row };
    world.refused(&world.alpha, Outcome::DnsRowNameMalformed, Add { row, ..add });
}

fn refused_for_the_same_row() {
    let world = world();
    add(&world, "www 300 CNAME web.example");
    refused(&world, Outcome::DnsRowTaken, "WWW 300 CNAME WEB.example.");
    add(&world, "t 300 TXT Case");
    add(&world, "t 300 TXT case");
}

fn refused_for_a_cname_in_its_way() {
    let world = world();
    let refusals = refused(&world, Outcome::DnsCnameConflict, "@ 300 CNAME web.example");
    assert_eq!(refusals.first().facts[1].1, "the zone itself has other records");
    add(&world, "www 300 CNAME web.example");
    refused(&world, Outcome::DnsCnameConflict, "www 300 A 192.0.2.1");
    refused(&world, Outcome::DnsCnameConflict, "www 300 CNAME other.example");
    add(&world, "ftp 300 A 192.0.2.1");
    refused(&world, Outcome::DnsCnameConflict, "ftp 300 CNAME web.example");
    add(&world, "a.www 300 A 192.0.2.1");
    add(&world, "@ 300 ALIAS web.example");
}

fn refused_for_another_ttl() {
    let world = world();
    add(&world, "www 300 A 192.0.2.1");
    let refusals = refused(&world, Outcome::DnsTtlDiffers, "www 600 A 192.0.2.2");
    assert_eq!(refusals.first().facts, [("ttl", "300".to_owned())]);
}

fn refused_beyond_the_bound_of_the_account() {
    let world = world();
    let alpha = world.bounded(&world.alpha, None, Some(2));
    world.add_row(&alpha, "shop.test", "a 300 TXT x");
    let row = world.add_row(&alpha, "shop.test", "b 300 TXT x");
    world.refused(&alpha, Outcome::DnsRowsTooMany, add_row("shop.test", "c 300 TXT x"));
    let delete = engine::ops::dns_row::Delete { zone: name("shop.test"), row: row.id };
    world.done(&alpha, Outcome::DnsRowDeleted, delete);
    world.add_row(&alpha, "shop.test", "c 300 TXT x");
}

fn refused_for_the_same_row_before_all_else() {
    let world = world();
    let alpha = world.bounded(&world.alpha, None, Some(1));
    world.add_row(&alpha, "shop.test", "www 300 CNAME web.example");
    world.refused(&alpha, Outcome::DnsRowTaken, add_row("shop.test", "www 600 CNAME web.example"));
    world.refused(&alpha, Outcome::DnsCnameConflict, add_row("shop.test", "www 600 CNAME b.example"));
}

fn refused_for_a_secondary_zone() {
    let world = secondary();
    refused(&world, Outcome::DnsZoneIsSecondary, "www 300 A 192.0.2.1");
}

fn refused_for_strangers() {
    refuses_strangers(|zone| Add { zone, ..add_row("shop.test", "www 300 A 192.0.2.1") });
}
