use engine::{
    Outcome,
    model::{AccountName, AddressBook, Currency, Realm, Vat},
    ops::{
        account::SetTerms,
        subaccount::{Info, Open, SubaccountView},
    },
};

use super::{clid, login, open, opened, opened_below};
use crate::fixture::{World, line};

cases! {
    success_is_below_whoever_opened_it
    success_buys_on_the_terms_of_the_account_above
    success_makes_up_an_identifier
    refused_below_an_unknown_account
    refused_below_the_account_of_another
    refused_when_it_is_too_deep
    refused_for_a_taken_identifier_or_login
}

fn view(world: &World, account: &str) -> SubaccountView {
    world.found(&world.alpha, Outcome::SubaccountTold, Info { account: Some(clid(account)) })
}

fn success_is_below_whoever_opened_it() {
    let world = World::new();
    let book = AddressBook { language: Some(line("en")), ..AddressBook::default() };
    let sub = Open { book: Some(book.clone()), ..open("shop") };
    world.done(&world.alpha, Outcome::SubaccountOpened, sub);
    let SubaccountView { account, above, standing, book: kept, credentials } = view(&world, "SHOP");
    assert_eq!((account.clid.as_str(), account.currency), ("SHOP", Currency::Usd));
    assert_eq!(above, Some(world.alpha.account.clid.clone()));
    assert_eq!((standing.balance.minor, standing.left().minor, kept), (0, 0, Some(book)));
    assert_eq!(credentials.len(), 1);
    assert_eq!((credentials[0].realm, credentials[0].login.as_str()), (Realm::Rrp, "shop"));
    assert_eq!(opened_below(&world, "SHOP", "corner").as_str(), "CORNER");
    assert_eq!(view(&world, "CORNER").above, Some(account.clid));
}

fn success_buys_on_the_terms_of_the_account_above() {
    let world = World::with_credit(100_000, 500);
    let clid_of_alpha = world.alpha.account.clid.clone();
    let terms = SetTerms {
        clid: clid_of_alpha,
        credit_limit: None,
        price_list: Some(Some("gold".into())),
        vat: Vat::parse("21"),
        credit_warning: None,
        dns_zones: None,
        dns_rows: None,
    };
    world.done(&engine::Actor::nobody(), Outcome::AccountUpdated, terms);
    let shop = opened(&world, "shop");
    assert_eq!(shop.account.terms.price_list.as_deref(), Some("gold"));
    assert_eq!((Some(shop.account.terms.vat), shop.account.credit_limit), (Vat::parse("21"), 0));
    super::give(&world, "SHOP", 50_000);
    world.register(&shop, "shop.test");
    assert_eq!((world.balance(&shop) < 50_000, world.balance(&world.alpha)), (true, 50_000));
    world.assert_audit_clean();
}

fn success_makes_up_an_identifier() {
    let world = World::new();
    let nameless = |name| Open { clid: None, login: login(name), ..open(name) };
    let first = world.done(&world.alpha, Outcome::SubaccountOpened, nameless("shop"));
    let second = world.done(&world.alpha, Outcome::SubaccountOpened, nameless("corner"));
    assert_ne!(first, second);
    let by_login = Info { account: Some(AccountName::Login(Realm::Rrp, "shop".into())) };
    assert_eq!(world.found(&world.alpha, Outcome::SubaccountTold, by_login).account.clid, first);
}

fn refused_below_an_unknown_account() {
    let world = World::new();
    let lost = Open { above: Some(clid("NOBODY")), ..open("shop") };
    world.refused(&world.alpha, Outcome::AccountUnknown, lost);
}

fn refused_below_the_account_of_another() {
    let world = World::new();
    opened(&world, "shop");
    let below_shop = || Open { above: Some(clid("SHOP")), ..open("corner") };
    world.refused(&world.bravo, Outcome::AccountOfAnother, below_shop());
    let below_alpha = Open { above: Some(clid("ALPHA")), ..open("corner") };
    world.refused(&world.bravo, Outcome::AccountOfAnother, below_alpha);
}

fn refused_when_it_is_too_deep() {
    let world = World::new();
    opened(&world, "level2");
    opened_below(&world, "LEVEL2", "level3");
    opened_below(&world, "LEVEL3", "level4");
    let fifth = Open { above: Some(clid("LEVEL4")), ..open("level5") };
    world.refused(&world.alpha, Outcome::SubaccountsTooDeep, fifth);
}

fn refused_for_a_taken_identifier_or_login() {
    let world = World::new();
    opened(&world, "shop");
    world.refused(&world.bravo, Outcome::AccountTaken, open("shop"));
    let same_login = Open { login: login("shop"), ..open("corner") };
    world.refused(&world.bravo, Outcome::AccountTaken, same_login);
}
