//! Statuses, the authInfo, and the order of checks. Contacts and name servers are in `update_links`, DNSSEC data in
//! `update_dnssec`.

use engine::{
    Outcome,
    model::{RenewalMode, Role, Status, StatusNote},
    ops::{
        StatusChange,
        domain::{DnssecChange, DnssecRemoval, LinkChange, Replacement, Update},
    },
};

use super::{set, statuses, strict, strict_world, with_domain};
use crate::fixture::{World, domain_update, handle, hosts, outcomes, secret, transfer_of};

cases! {
    success_sets_and_lifts_statuses
    success_keeps_the_note_of_a_status
    success_lifts_its_own_bar
    success_lifts_its_own_bar_and_more
    success_sets_and_removes_the_authinfo
    refused_when_empty
    refused_for_a_status_twice
    refused_for_a_status_in_both_lists
    refused_for_a_status_of_the_server
    refused_for_an_unknown_domain
    refused_for_the_domain_of_another
    refused_under_a_status
    refused_under_a_status_of_the_server_even_to_lift_ones_own
    refused_while_a_transfer_is_pending
    refused_while_it_is_frozen_on_hold
    success_of_what_replaces
    refused_when_it_is_deleted
    refused_for_what_is_set
    refused_for_what_is_not_set
    refused_for_a_weak_authinfo
    refused_for_all_faults_together
    refused_in_the_documented_order
}

fn success_sets_and_lifts_statuses() {
    let world = with_domain("shop.test");
    world.pass_days(1);
    set(&world, "shop.test", Status::ClientHold);
    let domain = world.view("shop.test").domain;
    assert!(domain.statuses.has(Status::ClientHold));
    assert_eq!((domain.updater, domain.updated_at), (Some(world.alpha.id()), Some(world.now())));
    assert_eq!(world.history(domain.id), ["domain_create", "domain_update"]);
    let swap = statuses("shop.test", &[Status::ClientRenewProhibited], &[Status::ClientHold]);
    world.done(&world.alpha, Outcome::DomainUpdated, swap);
    let kept: Vec<_> = world.view("shop.test").domain.statuses.iter().collect();
    assert_eq!(kept, [Status::ClientRenewProhibited]);
}

fn success_keeps_the_note_of_a_status() {
    let world = with_domain("shop.test");
    let note = StatusNote { language: "en".into(), text: "unpaid".into() };
    let add = vec![(Status::ClientHold, Some(note.clone()))];
    let hold = Update { statuses: StatusChange { add, remove: Vec::new() }, ..domain_update("shop.test") };
    world.done(&world.alpha, Outcome::DomainUpdated, hold);
    let shown = world.view("shop.test").statuses;
    assert_eq!(shown[0], (Status::ClientHold, Some(note)));
}

fn success_lifts_its_own_bar() {
    let world = with_domain("shop.test");
    set(&world, "shop.test", Status::ClientUpdateProhibited);
    let lift = statuses("shop.test", &[], &[Status::ClientUpdateProhibited]);
    world.done(&world.alpha, Outcome::DomainUpdated, lift);
}

fn success_lifts_its_own_bar_and_more() {
    let world = with_domain("shop.test");
    set(&world, "shop.test", Status::ClientUpdateProhibited);
    let lift = statuses("shop.test", &[Status::ClientHold], &[Status::ClientUpdateProhibited]);
    world.done(&world.alpha, Outcome::DomainUpdated, lift);
}

fn success_sets_and_removes_the_authinfo() {
    let world = with_domain("shop.test");
    let change = |text| Update { authinfo: Some(secret(text)), ..domain_update("shop.test") };
    world.done(&world.alpha, Outcome::DomainUpdated, change(""));
    assert_eq!(world.view("shop.test").domain.authinfo, None);
    world.refused(&world.bravo, Outcome::AuthinfoWrong, transfer_of("shop.test"));
    world.done(&world.alpha, Outcome::DomainUpdated, change("Let-me-go-7"));
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
}

/// Whether nothing is said, or something that asks for nothing.
fn refused_when_empty() {
    let world = with_domain("shop.test");
    world.refused(&world.alpha, Outcome::UpdateEmpty, domain_update("shop.test"));
    for remove in [None, Some(DnssecRemoval::Ds(Vec::new())), Some(DnssecRemoval::Keys(Vec::new()))] {
        let change = DnssecChange { remove, ..DnssecChange::default() };
        let update = Update { dnssec: Some(change), ..domain_update("shop.test") };
        world.refused(&world.alpha, Outcome::UpdateEmpty, update);
    }
}

fn refused_for_a_status_twice() {
    let world = with_domain("shop.test");
    world.refused(&world.alpha, Outcome::NamedTwice, statuses("shop.test", &[Status::ClientHold; 2], &[]));
    world.refused(&world.alpha, Outcome::NamedTwice, statuses("shop.test", &[], &[Status::ClientHold; 2]));
}

fn refused_for_a_status_in_both_lists() {
    let world = with_domain("shop.test");
    let both = statuses("shop.test", &[Status::ClientHold], &[Status::ClientHold]);
    world.refused(&world.alpha, Outcome::AddedAndRemoved, both);
}

fn refused_for_a_status_of_the_server() {
    let world = with_domain("shop.test");
    for status in Status::ALL.into_iter().filter(|status| !status.name().starts_with("client")) {
        world.refused(&world.alpha, Outcome::StatusNotSettable, statuses("shop.test", &[status], &[]));
        world.refused(&world.alpha, Outcome::StatusNotSettable, statuses("shop.test", &[], &[status]));
    }
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::DomainUnknown, statuses("shop.test", &[Status::ClientHold], &[]));
}

fn refused_for_the_domain_of_another() {
    let world = with_domain("shop.test");
    world.refused(&world.bravo, Outcome::NotSponsor, statuses("shop.test", &[Status::ClientHold], &[]));
}

fn refused_under_a_status() {
    let world = with_domain("shop.test");
    set(&world, "shop.test", Status::ClientUpdateProhibited);
    let hold = statuses("shop.test", &[Status::ClientHold], &[]);
    world.refused(&world.alpha, Outcome::StatusProhibits, hold);
}

fn refused_under_a_status_of_the_server_even_to_lift_ones_own() {
    let world = with_domain("shop.test");
    set(&world, "shop.test", Status::ClientUpdateProhibited);
    world.set_by_server("shop.test", Status::ServerUpdateProhibited);
    let lift = statuses("shop.test", &[], &[Status::ClientUpdateProhibited]);
    let refusals = world.refused(&world.alpha, Outcome::StatusProhibits, lift);
    assert_eq!(refusals.first().facts, [("status", "serverUpdateProhibited".to_owned())]);
}

fn refused_while_a_transfer_is_pending() {
    let world = super::asked_for("shop.test");
    let bar = statuses("shop.test", &[Status::ClientTransferProhibited], &[]);
    world.refused(&world.alpha, Outcome::PendingTransferProhibits, bar);
    let close = Update { authinfo: Some(secret("")), ..domain_update("shop.test") };
    world.refused(&world.alpha, Outcome::PendingTransferProhibits, close);
}

fn refused_while_it_is_frozen_on_hold() {
    let world = with_domain("shop.frozen.test");
    let lock = || statuses("shop.frozen.test", &[Status::ClientTransferProhibited], &[]);
    world.set_by_server("shop.frozen.test", Status::ServerHold);
    world.refused(&world.alpha, Outcome::DomainOnHold, lock());
    world.register(&world.alpha, "shop.test");
    world.set_by_server("shop.test", Status::ServerHold);
    let lock = statuses("shop.test", &[Status::ClientTransferProhibited], &[]);
    world.done(&world.alpha, Outcome::DomainUpdated, lock);
}

/// What takes the place of what was is no error where it was so already.
fn success_of_what_replaces() {
    let world = with_domain("shop.test");
    let wanted = Replacement {
        statuses: Some(vec![Status::ClientHold]),
        is_locked: Some(true),
        renewal: Some(Some(RenewalMode::Explicit)),
        people: Vec::new(),
        contacts: Vec::new(),
    };
    for _ in 0..2 {
        let update = Update { replace: wanted.clone(), ..domain_update("shop.test") };
        world.done(&world.alpha, Outcome::DomainUpdated, update);
        let domain = world.view("shop.test").domain;
        assert_eq!(
            domain.statuses.iter().collect::<Vec<_>>(),
            [Status::ClientHold, Status::ClientTransferProhibited]
        );
        assert_eq!(domain.renewal, Some(RenewalMode::Explicit));
    }
    let unsettable = Replacement { statuses: Some(vec![Status::ServerHold]), ..Replacement::default() };
    let update = Update { replace: unsettable, ..domain_update("shop.test") };
    world.refused(&world.alpha, Outcome::StatusNotSettable, update);
}

fn refused_when_it_is_deleted() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    let hold = statuses("shop.test", &[Status::ClientHold], &[]);
    world.refused(&world.alpha, Outcome::StatusProhibits, hold);
}

fn refused_for_what_is_set() {
    let world = with_domain("shop.test");
    set(&world, "shop.test", Status::ClientHold);
    world.refused(&world.alpha, Outcome::AlreadySet, statuses("shop.test", &[Status::ClientHold], &[]));
}

fn refused_for_what_is_not_set() {
    let world = with_domain("shop.test");
    world.refused(&world.alpha, Outcome::NotSet, statuses("shop.test", &[], &[Status::ClientHold]));
}

fn refused_for_a_weak_authinfo() {
    let world = with_domain("shop.test");
    for weak in ["12345", &"x".repeat(256)] {
        let change = Update { authinfo: Some(secret(weak)), ..domain_update("shop.test") };
        world.refused(&world.alpha, Outcome::AuthinfoWeak, change);
    }
}

fn refused_for_all_faults_together() {
    let world = strict_world();
    world.done(&world.alpha, Outcome::DomainCreated, strict("shop.strict.test"));
    let update = Update {
        remove: LinkChange {
            contacts: vec![(Role::Admin, handle("ADM"))],
            delegation: hosts(&["ns1.example"]),
        },
        authinfo: Some(secret("weak")),
        ..statuses("shop.strict.test", &[], &[Status::ClientHold])
    };
    let refusals = world.refused(&world.alpha, Outcome::ContactRoleMissing, update);
    assert_eq!(
        outcomes(&refusals),
        [Outcome::ContactRoleMissing, Outcome::NameServersTooFew, Outcome::NotSet, Outcome::AuthinfoWeak]
    );
}

/// The request itself; the domain; the sponsor; the statuses; whether contacts and hosts exist; the result.
fn refused_in_the_documented_order() {
    let world = strict_world();
    world.done(&world.alpha, Outcome::DomainCreated, strict("shop.strict.test"));
    let wrong = |domain: &str| Update {
        add: LinkChange { contacts: vec![(Role::Tech, handle("WHO"))], delegation: hosts(&["ns9.example"]) },
        authinfo: Some(secret("weak")),
        ..statuses(domain, &[], &[Status::ClientHold])
    };
    let contradictory = Update {
        statuses: StatusChange { add: vec![(Status::ClientHold, None)], remove: vec![Status::ClientHold] },
        ..wrong("nobody.test")
    };
    world.refused(&world.bravo, Outcome::AddedAndRemoved, contradictory);
    world.refused(&world.bravo, Outcome::DomainUnknown, wrong("nobody.test"));
    world.refused(&world.bravo, Outcome::NotSponsor, wrong("shop.strict.test"));
    set(&world, "shop.strict.test", Status::ClientUpdateProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, wrong("shop.strict.test"));
    let lift = statuses("shop.strict.test", &[], &[Status::ClientUpdateProhibited]);
    world.done(&world.alpha, Outcome::DomainUpdated, lift);
    world.refused(&world.alpha, Outcome::DomainContactUnknown, wrong("shop.strict.test"));
    let no_contacts = LinkChange { delegation: hosts(&["ns9.example"]), ..LinkChange::default() };
    let update = Update { add: no_contacts, ..wrong("shop.strict.test") };
    world.refused(&world.alpha, Outcome::DomainHostUnknown, update);
    let update = Update { add: LinkChange::default(), ..wrong("shop.strict.test") };
    world.refused(&world.alpha, Outcome::NotSet, update);
}
