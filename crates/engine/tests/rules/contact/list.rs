use engine::{
    Outcome,
    model::{NamePattern, Role, Window},
    ops::{
        contact::{List, Uses},
        domain::Create,
    },
};

use crate::fixture::{World, create_domain, handle};

cases! {
    success_by_age_in_windows_and_by_pattern
    success_tells_what_a_contact_is_used_for
    refused_where_there_is_no_such_contact_of_one_s_own
}

fn success_by_age_in_windows_and_by_pattern() {
    let world = World::new();
    for contact in ["JOHN", "JANE", "ALICE"] {
        world.enrol(&world.alpha, contact);
    }
    world.enrol(&world.bravo, "JACK");
    let list = |pattern: &str, first, limit| {
        let list = List { pattern: NamePattern::new(pattern), window: Window { first, limit } };
        let page = world.found(&world.alpha, Outcome::ContactsListed, list);
        let handles: Vec<_> = page.rows.iter().map(|contact| contact.handle.to_string()).collect();
        (handles.join(" "), page.total)
    };
    assert_eq!(list("*", 0, 2), ("JOHN JANE".into(), 3));
    assert_eq!(list("*", 2, 2), ("ALICE".into(), 3));
    assert_eq!(list("ja*", 0, 9), ("JANE".into(), 1));
}

fn success_tells_what_a_contact_is_used_for() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let jane = || handle("JANE");
    let both = vec![(Role::Registrant, jane()), (Role::Tech, jane())];
    for (domain, contacts) in [("bb.test", both), ("aa.test", vec![(Role::Admin, jane())])] {
        world.done(&world.alpha, Outcome::DomainCreated, Create { contacts, ..create_domain(domain) });
    }
    let theirs = Create { contacts: vec![(Role::Tech, jane())], ..create_domain("theirs.test") };
    world.done(&world.bravo, Outcome::DomainCreated, theirs);
    let uses = |first, limit| {
        let uses = Uses { handle: jane(), window: Window { first, limit } };
        let page = world.found(&world.alpha, Outcome::DomainsListed, uses);
        assert_eq!(page.total, 3);
        page.rows.iter().map(|row| (row.name.to_string(), row.role)).collect::<Vec<_>>()
    };
    let all = [("bb.test", Role::Registrant), ("bb.test", Role::Tech), ("aa.test", Role::Admin)];
    let all = all.map(|(name, role)| (name.to_owned(), role));
    assert_eq!(uses(0, 9), all);
    assert_eq!(uses(1, 1), all[1..2]);
    assert_eq!(uses(2, 9), all[2..]);
}

fn refused_where_there_is_no_such_contact_of_one_s_own() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let uses = |contact| Uses { handle: handle(contact), window: Window { first: 0, limit: 9 } };
    world.denied(&world.alpha, Outcome::ContactUnknown, uses("NOBODY"));
    world.denied(&world.bravo, Outcome::NotSponsor, uses("JANE"));
}
