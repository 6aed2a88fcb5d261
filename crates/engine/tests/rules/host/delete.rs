use engine::{
    Outcome,
    model::Status,
    ops::{
        StatusChange, domain,
        host::{Delete, Update},
    },
    ports::store::Kind,
};

use super::{delegate, host_of};
use crate::fixture::{World, domain_update, host_update, hosts, name};

cases! {
    success_leaves_nothing_but_history
    success_once_no_domain_is_delegated_to_it
    refused_for_an_unknown_host
    refused_for_the_host_of_another
    refused_under_a_status
    refused_while_a_domain_is_delegated_to_it
    refused_while_a_domain_in_redemption_is
    refused_for_the_sponsor_before_the_status_before_the_link
}

fn delete(host: &str) -> Delete {
    Delete { name: name(host) }
}

fn bar(world: &World, host: &str) {
    let add = vec![(Status::ClientDeleteProhibited, None)];
    let bar = Update { statuses: StatusChange { add, remove: Vec::new() }, ..host_update(host) };
    world.done(&world.alpha, Outcome::HostUpdated, bar);
}

fn success_leaves_nothing_but_history() {
    let world = World::new();
    world.add_host(&world.alpha, "ns1.example", &[]);
    let id = host_of(&world, "ns1.example").id;
    world.done(&world.alpha, Outcome::HostDeleted, delete("ns1.example"));
    assert!(!world.engine.store().names().holds(Kind::Host, "ns1.example"));
    assert_eq!(world.history(id), ["host_create", "host_delete"]);
}

fn success_once_no_domain_is_delegated_to_it() {
    let world = World::new();
    world.add_host(&world.alpha, "ns1.example", &[]);
    delegate(&world, &world.bravo, "shop.test", "ns1.example");
    world.refused(&world.alpha, Outcome::HostLinked, delete("ns1.example"));
    let remove = domain::LinkChange { delegation: hosts(&["ns1.example"]), ..Default::default() };
    let away = domain::Update { remove, ..domain_update("shop.test") };
    world.done(&world.bravo, Outcome::DomainUpdated, away);
    world.done(&world.alpha, Outcome::HostDeleted, delete("ns1.example"));
}

fn refused_for_an_unknown_host() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::HostUnknown, delete("ns1.example"));
}

fn refused_for_the_host_of_another() {
    let world = World::new();
    world.add_host(&world.alpha, "ns1.example", &[]);
    world.refused(&world.bravo, Outcome::NotSponsor, delete("ns1.example"));
}

fn refused_under_a_status() {
    let world = World::new();
    world.add_host(&world.alpha, "ns1.example", &[]);
    bar(&world, "ns1.example");
    world.refused(&world.alpha, Outcome::StatusProhibits, delete("ns1.example"));
}

fn refused_while_a_domain_is_delegated_to_it() {
    let world = World::new();
    world.add_host(&world.alpha, "ns1.example", &[]);
    delegate(&world, &world.bravo, "shop.test", "ns1.example");
    world.refused(&world.alpha, Outcome::HostLinked, delete("ns1.example"));
}

fn refused_while_a_domain_in_redemption_is() {
    let world = World::new();
    world.add_host(&world.alpha, "ns1.example", &[]);
    delegate(&world, &world.alpha, "shop.test", "ns1.example");
    world.pass_days(6);
    world.done(&world.alpha, Outcome::DomainDeletePending, domain::Delete { name: name("shop.test") });
    world.refused(&world.alpha, Outcome::HostLinked, delete("ns1.example"));
}

fn refused_for_the_sponsor_before_the_status_before_the_link() {
    let world = World::new();
    world.add_host(&world.alpha, "ns1.example", &[]);
    delegate(&world, &world.alpha, "shop.test", "ns1.example");
    bar(&world, "ns1.example");
    world.refused(&world.bravo, Outcome::NotSponsor, delete("ns1.example"));
    world.refused(&world.alpha, Outcome::StatusProhibits, delete("ns1.example"));
}
