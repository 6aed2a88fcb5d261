//! Carts.

use engine::model::{AccountId, CartItem, CartItemId, CertificateClass, Goods, SealedSecret};
use engine::ports::store::{Inserted, Store};

use crate::client::{read, try_write, write};
use crate::fixtures::{id, name, opened};

fn item(account: AccountId, goods: Goods) -> CartItem {
    let id = CartItemId(id());
    CartItem { id, account, goods, years: 2, renews: true, is_locked: false, is_active: true, words: None }
}

fn put(store: &dyn Store, item: &CartItem) -> Inserted {
    let item = item.clone();
    write(store, move |tables| tables.insert_cart_item(&item))
}

pub(crate) fn a_cart_reads_back_as_it_was_filled(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let domain = item(alpha, Goods::Register(name("shop.test")));
    let certificate = item(alpha, Goods::Certificate(CertificateClass::parse("dv").unwrap()));
    for one in [&domain, &certificate] {
        assert_eq!(put(store, one), Inserted::Yes);
    }
    let cart = |account| read(store, move |tables| tables.cart(account));
    assert_eq!(cart(alpha), [domain.clone(), certificate.clone()]);
    assert!(cart(bravo).is_empty());

    let words = Some(SealedSecret::from_store(&[1, 2, 3]));
    let changed =
        CartItem { years: 1, renews: false, is_locked: true, is_active: false, words, ..domain.clone() };
    let written = changed.clone();
    write(store, move |tables| tables.update_cart_item(&written));
    assert_eq!(cart(alpha), [changed, certificate]);
    let foreign = CartItem { account: bravo, ..domain };
    assert!(try_write(store, move |tables| tables.update_cart_item(&foreign)).is_err());
}

pub(crate) fn a_domain_is_in_a_cart_once(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let dv = || Goods::Certificate(CertificateClass::parse("dv").unwrap());
    for (account, goods, end) in [
        (alpha, Goods::Register(name("shop.test")), Inserted::Yes),
        (alpha, Goods::Renew(name("shop.test")), Inserted::Taken),
        (bravo, Goods::Register(name("shop.test")), Inserted::Yes),
        (alpha, Goods::Privacy(name("shop.test")), Inserted::Yes),
        (alpha, Goods::PrivacyRenewal(name("shop.test")), Inserted::Taken),
        (alpha, dv(), Inserted::Yes),
        (alpha, dv(), Inserted::Yes),
    ] {
        assert_eq!(put(store, &item(account, goods.clone())), end, "{goods:?}");
    }
}

pub(crate) fn a_cart_is_emptied_by_and_by_or_at_once(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let items = ["a.test", "b.test", "c.test"].map(|text| item(alpha, Goods::Renew(name(text))));
    items.iter().for_each(|one| assert_eq!(put(store, one), Inserted::Yes));
    let first = items[0].id;
    let removed = |account| write(store, move |tables| tables.delete_cart_item(account, first));
    assert_eq!([removed(bravo), removed(alpha), removed(alpha)], [false, true, false]);
    let emptied = |account| write(store, move |tables| tables.empty_cart(account));
    assert_eq!([emptied(bravo), emptied(alpha), emptied(alpha)], [0, 2, 0]);
}
