use engine::{
    Outcome,
    model::{Role, Status},
    ops::{
        AuthInfoProof, contact,
        domain::{Create, Info, RgpState},
    },
};

use super::with_domain;
use crate::fixture::{
    World, contact_of, create_contact, create_domain, domain_update, handle, hosts, name, proof, secret,
};

cases! {
    success_is_full_for_the_sponsor_and_less_for_others
    success_is_full_for_whoever_has_the_authinfo
    success_with_the_authinfo_of_a_contact
    success_shows_the_computed_statuses
    success_shows_grace_periods_while_they_last
    success_shows_redemption_and_then_pending_delete
    refused_for_an_unknown_domain
    refused_for_a_wrong_authinfo
    refused_for_the_authinfo_of_a_strange_contact
    refused_after_ten_wrong_authinfos
    success_after_a_new_authinfo_lifts_the_lock
    refused_still_after_an_update_that_was_refused
}

fn info(presented: &str) -> Info {
    Info { name: name("shop.test"), proof: (!presented.is_empty()).then(|| proof(presented)) }
}

fn success_is_full_for_the_sponsor_and_less_for_others() {
    let world = with_domain("shop.test");
    for (actor, full) in [(&world.alpha, true), (&world.bravo, false)] {
        let view = world.found(actor, Outcome::DomainFound, info(""));
        assert_eq!((view.full, view.sponsor.as_str(), view.creator.as_str()), (full, "ALPHA", "ALPHA"));
    }
}

fn success_is_full_for_whoever_has_the_authinfo() {
    let world = with_domain("shop.test");
    assert!(world.found(&world.bravo, Outcome::DomainFound, info("Let-me-go-7")).full);
    let empty = Info { name: name("shop.test"), proof: Some(proof("")) };
    assert!(!world.found(&world.bravo, Outcome::DomainFound, empty).full, "an empty one counts as none");
}

/// RFC 5731 section 2.6: the ROID tells whose authInfo it is, the domain's own or that of one of its contacts.
fn success_with_the_authinfo_of_a_contact() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let contacts = vec![(Role::Registrant, handle("JANE"))];
    world.done(&world.alpha, Outcome::DomainCreated, Create { contacts, ..create_domain("shop.test") });
    let jane = contact_of(&world, &world.alpha, "JANE").id.roid();
    let own = world.view("shop.test").domain.id.roid();
    for (secret, roid, opens) in [
        ("Contact-go-7", Some(&jane), true),
        ("Let-me-go-7", Some(&own), true),
        ("Let-me-go-7", None, true),
        ("Contact-go-7", None, false),
        ("Contact-go-7", Some(&own), false),
        ("Let-me-go-7", Some(&jane), false),
    ] {
        let proof = AuthInfoProof { roid: roid.cloned(), ..proof(secret) };
        let asked = Info { name: name("shop.test"), proof: Some(proof) };
        assert_eq!(world.query(&world.bravo, asked).is_ok(), opens, "{secret} of {roid:?}");
    }
}

/// `ok` stands alone, and `inactive` wherever there is no delegation.
fn success_shows_the_computed_statuses() {
    let world = with_domain("shop.test");
    world.add_host(&world.alpha, "ns1.example", &[]);
    let shown = || world.view("shop.test").statuses.into_iter().map(|(status, _)| status).collect::<Vec<_>>();
    assert_eq!(shown(), [Status::Inactive]);
    let delegation = hosts(&["ns1.example"]);
    let add = engine::ops::domain::LinkChange { delegation, ..Default::default() };
    let delegate = engine::ops::domain::Update { add, ..domain_update("shop.test") };
    world.done(&world.alpha, Outcome::DomainUpdated, delegate);
    assert_eq!(shown(), [Status::Ok]);
    super::set(&world, "shop.test", Status::ClientHold);
    assert_eq!(shown(), [Status::ClientHold]);
}

fn success_shows_grace_periods_while_they_last() {
    let world = with_domain("shop.test");
    let until = world.now().plus_days(5);
    assert_eq!(world.view("shop.test").rgp, [RgpState::Add(until)]);
    world.set_clock(until);
    assert_eq!(world.view("shop.test").rgp, []);
}

fn success_shows_redemption_and_then_pending_delete() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    let (redeemable, purge) = (world.now().plus_days(30), world.now().plus_days(35));
    assert_eq!(world.view("shop.test").rgp, [RgpState::Redemption(redeemable)]);
    world.set_clock(redeemable);
    assert_eq!(world.view("shop.test").rgp, [RgpState::PendingDelete(purge)]);
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::DomainUnknown, info(""));
    world.denied(&world.alpha, Outcome::DomainUnknown, info("Let-me-go-7"));
}

fn refused_for_a_wrong_authinfo() {
    let world = with_domain("shop.test");
    for actor in [&world.alpha, &world.bravo] {
        world.denied(actor, Outcome::AuthinfoWrong, info("let-me-go-7"));
    }
    let empty = Create { authinfo: secret(""), ..create_domain("empty.test") };
    world.done(&world.alpha, Outcome::DomainCreated, empty);
    let asked = Info { name: name("empty.test"), proof: Some(proof("Let-me-go-7")) };
    world.denied(&world.bravo, Outcome::AuthinfoWrong, asked);
}

fn refused_for_the_authinfo_of_a_strange_contact() {
    let world = with_domain("shop.test");
    let contact = contact::Create { ..create_contact("JANE") };
    world.done(&world.bravo, Outcome::ContactCreated, contact);
    let roid = Some(contact_of(&world, &world.bravo, "JANE").id.roid());
    let proof = AuthInfoProof { roid, ..proof("Contact-go-7") };
    world.denied(&world.bravo, Outcome::AuthinfoWrong, Info { name: name("shop.test"), proof: Some(proof) });
}

fn refused_after_ten_wrong_authinfos() {
    let world = with_domain("shop.test");
    lock(&world);
    for actor in world.accounts() {
        world.denied(actor, Outcome::AuthinfoLocked, info("Let-me-go-7"));
    }
    world.found(&world.alpha, Outcome::DomainFound, info(""));
    world.pass_days(1);
    world.found(&world.bravo, Outcome::DomainFound, info("Let-me-go-7"));
}

fn success_after_a_new_authinfo_lifts_the_lock() {
    let world = with_domain("shop.test");
    lock(&world);
    let fresh =
        engine::ops::domain::Update { authinfo: Some(secret("Another-8")), ..domain_update("shop.test") };
    world.done(&world.alpha, Outcome::DomainUpdated, fresh);
    world.found(&world.bravo, Outcome::DomainFound, info("Another-8"));
}

fn refused_still_after_an_update_that_was_refused() {
    let world = with_domain("shop.test");
    lock(&world);
    let weak = engine::ops::domain::Update { authinfo: Some(secret("weak")), ..domain_update("shop.test") };
    world.refused(&world.alpha, Outcome::AuthinfoWeak, weak);
    world.denied(&world.bravo, Outcome::AuthinfoLocked, info("Let-me-go-7"));
}

/// Attempts count whoever makes them.
fn lock(world: &World) {
    for attempt in 0..10 {
        let actor = world.accounts()[attempt % 3];
        world.denied(actor, Outcome::AuthinfoWrong, info(&format!("guess-{attempt}")));
    }
}
