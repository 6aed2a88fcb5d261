use engine::{
    Outcome,
    model::{AccountState, Network},
    ops::account::Update,
};

use super::{clid, operator, stored};
use crate::fixture::World;

cases! {
    success_changes_what_is_named
    success_leaves_the_rest
    refused_for_an_unknown_account
}

fn nothing(account: &str) -> Update {
    Update::of(clid(account))
}

fn success_changes_what_is_named() {
    let world = World::with_credit(100, 7);
    let change = Update {
        networks: Some(vec![Network::parse("192.0.2.0/24").unwrap()]),
        certificates: Some(vec!["ab".repeat(32)]),
        state: Some(AccountState::Suspended),
        max_sessions: Some(Some(3)),
        ..nothing("ALPHA")
    };
    world.done(&operator(), Outcome::AccountUpdated, change);
    let account = stored(&world, "ALPHA");
    assert_eq!((account.networks.len(), account.certificates.len()), (1, 1));
    assert_eq!((account.state, account.max_sessions), (AccountState::Suspended, Some(3)));
    assert_eq!((account.credit_limit, account.name.as_str()), (7, "Registrar ALPHA"));
    assert_eq!(world.balance(&world.alpha), 100);
}

fn success_leaves_the_rest() {
    let world = World::new();
    let before = stored(&world, "BRAVO");
    world.done(&operator(), Outcome::AccountUpdated, nothing("BRAVO"));
    assert_eq!(stored(&world, "BRAVO"), before);
    let session_default = Update { max_sessions: Some(None), ..nothing("BRAVO") };
    world.done(&operator(), Outcome::AccountUpdated, session_default);
    assert_eq!(stored(&world, "BRAVO").max_sessions, None);
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    world.refused(&operator(), Outcome::AccountUnknown, nothing("NOBODY"));
}
