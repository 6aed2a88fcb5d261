//! What an account learns of transfers, pending and past.

use engine::{
    Outcome,
    model::{NamePattern, TransferState, Window},
    ops::domain::{TransferList, TransferLog, TransferReject, TransferSide},
};

use super::{asked_for, with_domain};
use crate::fixture::{World, name, transfer_of};

cases! {
    success_lists_what_is_pending_on_either_side
    success_by_a_pattern_and_in_windows
    success_tells_every_transfer_of_a_domain
    refused_for_an_unknown_domain
    refused_for_the_domain_of_another
}

const ALL: Window = Window { first: 0, limit: 10 };

fn list(side: TransferSide, pattern: &str, window: Window) -> TransferList {
    TransferList { side, pattern: NamePattern::new(pattern), window }
}

fn success_lists_what_is_pending_on_either_side() {
    let world = asked_for("shop.test");
    world.register(&world.bravo, "back.test");
    world.done(&world.alpha, Outcome::TransferRequested, transfer_of("back.test"));
    for (side, domain) in [(TransferSide::Gaining, "back.test"), (TransferSide::Losing, "shop.test")] {
        let page = world.found(&world.alpha, Outcome::TransfersListed, list(side, "", ALL));
        assert_eq!((page.rows.len(), page.total, page.rows[0].name.as_str()), (1, 1, domain));
        assert_eq!(page.rows[0].transfer.state, TransferState::Pending);
    }
    world.done(&world.alpha, Outcome::TransferRejected, TransferReject { name: name("shop.test") });
    let page = world.found(&world.alpha, Outcome::TransfersListed, list(TransferSide::Losing, "", ALL));
    assert_eq!(page.total, 0);
}

fn success_by_a_pattern_and_in_windows() {
    let world = World::new();
    for domain in ["aa.test", "ab.test", "bb.test", "ac.test"] {
        world.register(&world.alpha, domain);
        world.done(&world.bravo, Outcome::TransferRequested, transfer_of(domain));
    }
    let page = |first, limit| {
        let list = list(TransferSide::Gaining, "a?.test", Window { first, limit });
        let page = world.found(&world.bravo, Outcome::TransfersListed, list);
        let names: Vec<_> = page.rows.iter().map(|row| row.name.to_string()).collect();
        (names, page.total)
    };
    assert_eq!(page(0, 2), (vec!["aa.test".to_owned(), "ab.test".to_owned()], 3));
    assert_eq!(page(2, 2), (vec!["ac.test".to_owned()], 3));
}

fn success_tells_every_transfer_of_a_domain() {
    let world = asked_for("shop.test");
    let log = || TransferLog { name: name("shop.test") };
    world.done(&world.alpha, Outcome::TransferRejected, TransferReject { name: name("shop.test") });
    world.pass_days(1);
    world.done(&world.charlie, Outcome::TransferRequested, transfer_of("shop.test"));
    let past = world.found(&world.alpha, Outcome::TransfersListed, log());
    let past: Vec<_> = past.iter().map(|past| (past.gaining.as_str(), past.state)).collect();
    assert_eq!(past, [("BRAVO", TransferState::ClientRejected), ("CHARLIE", TransferState::Pending)]);
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::DomainUnknown, TransferLog { name: name("shop.test") });
}

fn refused_for_the_domain_of_another() {
    let world = with_domain("shop.test");
    world.denied(&world.bravo, Outcome::NotSponsor, TransferLog { name: name("shop.test") });
}
