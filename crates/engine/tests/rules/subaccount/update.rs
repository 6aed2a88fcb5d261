use engine::{
    Outcome,
    model::{AccountState, AddressBook, Addressee, Email, Network},
    ops::subaccount::{ActFor, Info, NewLogin, Update},
};

use super::{clid, login, opened, opened_below};
use crate::fixture::World;

cases! {
    success_changes_what_is_named
    success_of_an_account_further_below
    success_of_ones_own_account
    refused_for_an_unknown_account
    refused_where_only_those_above_may
    refused_for_the_login_of_another
}

fn success_changes_what_is_named() {
    let world = World::new();
    opened(&world, "shop");
    let email = Email::parse("owner@example.test").ok();
    let book =
        AddressBook { owner: Some(Addressee { email, ..Addressee::default() }), ..AddressBook::default() };
    let update = Update {
        name: Some("Shop & Sons".into()),
        networks: Some(vec![Network::parse("192.0.2.0/24").unwrap()]),
        credit_warning: Some(Some(700)),
        login: Some(login("shop2")),
        book: Some(book.clone()),
        ..Update::of(clid("SHOP"))
    };
    world.done(&world.alpha, Outcome::SubaccountUpdated, update);
    let view = world.found(&world.alpha, Outcome::SubaccountTold, Info { account: Some(clid("SHOP")) });
    assert_eq!((view.account.name.as_str(), view.account.networks.len()), ("Shop & Sons", 1));
    assert_eq!((view.standing.credit_warning, view.book), (Some(700), Some(book)));
    assert_eq!((view.account.state, view.credentials.len()), (AccountState::Active, 2));
}

fn success_of_an_account_further_below() {
    let world = World::new();
    opened(&world, "shop");
    opened_below(&world, "SHOP", "corner");
    let suspend = Update { state: Some(AccountState::Suspended), ..Update::of(clid("CORNER")) };
    world.done(&world.alpha, Outcome::SubaccountUpdated, suspend);
    world.denied(&world.alpha, Outcome::AccountSuspended, ActFor { account: clid("CORNER") });
}

fn success_of_ones_own_account() {
    let world = World::new();
    let shop = opened(&world, "shop");
    let secret = engine::ops::account::NewSecret::Hashed("$another".into());
    let new = NewLogin { secret, ..login("shop") };
    let update = Update { login: Some(new), ..Update::of(clid("SHOP")) };
    world.done(&shop, Outcome::SubaccountUpdated, update);
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::AccountUnknown, Update::of(clid("NOBODY")));
}

fn refused_where_only_those_above_may() {
    let world = World::new();
    let shop = opened(&world, "shop");
    world.refused(&world.bravo, Outcome::AccountOfAnother, Update::of(clid("SHOP")));
    world.refused(&shop, Outcome::AccountOfAnother, Update::of(clid("ALPHA")));
    let resume = Update { state: Some(AccountState::Active), ..Update::of(clid("SHOP")) };
    world.refused(&shop, Outcome::AccountOfAnother, resume);
    let move_in = Update { networks: Some(Vec::new()), ..Update::of(clid("SHOP")) };
    world.refused(&shop, Outcome::AccountOfAnother, move_in);
}

fn refused_for_the_login_of_another() {
    let world = World::new();
    opened(&world, "shop");
    opened(&world, "corner");
    let update = Update { login: Some(login("corner")), ..Update::of(clid("SHOP")) };
    world.refused(&world.alpha, Outcome::AccountTaken, update);
}
