use engine::{
    Outcome,
    model::Realm,
    ops::account::{List, NewSecret, SetPassword},
};

use super::operator;
use crate::fixture::World;

cases! {
    success_shows_all_by_identifier
}

fn success_shows_all_by_identifier() {
    let world = World::with_credit(70, 0);
    let login = SetPassword {
        account: world.bravo.id(),
        realm: Realm::Epp,
        login: "BRAVO".into(),
        secret: NewSecret::Hashed("$not looked at here".into()),
    };
    world.done(&operator(), Outcome::PasswordSet, login);

    let lines = world.found(&operator(), Outcome::AccountsListed, List);
    let shown: Vec<_> = lines
        .iter()
        .map(|line| (line.account.clid.as_str(), line.balance.minor, line.credentials.len()))
        .collect();
    assert_eq!(shown, [("ALPHA", 70, 0), ("BRAVO", 70, 1), ("CHARLIE", 70, 0)]);
}
