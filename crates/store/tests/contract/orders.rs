//! Orders, line by line.

use engine::model::{
    AccountId, CertificateClass, CertificateId, Goods, Instant, ObjectId, OperationId, OrderLine, Product,
    SealedSecret,
};
use engine::ports::store::{OrderFilter, Slice, Store};

use crate::client::{read, write};
use crate::fixtures::{dollars, id, name, noon, opened};

fn line(order: OperationId, place: u32, account: AccountId, text: &str) -> OrderLine {
    OrderLine {
        order,
        place,
        account,
        placed_at: noon(),
        goods: Goods::Register(name(text)),
        object: None,
        years: 2,
        amount: dollars(2_000),
        refused: None,
        words: None,
    }
}

fn keep(store: &dyn Store, line: &OrderLine) {
    let line = line.clone();
    write(store, move |tables| tables.insert_order_line(&line));
}

fn all(account: AccountId) -> OrderFilter {
    let (from, until) = (Instant::from_millis(0), noon().plus_days(1));
    OrderFilter { account, name: None, product: None, from, until }
}

pub(crate) fn an_order_reads_back_as_it_was_written(store: &dyn Store) {
    let account = opened(store, "ALPHA");
    let order = OperationId(id());
    let first = line(order, 1, account, "one.test");
    let refused = Some("authinfo_wrong".to_owned());
    let second = OrderLine {
        goods: Goods::Transfer(name("two.test")),
        refused,
        ..line(order, 2, account, "two.test")
    };
    keep(store, &second);
    keep(store, &first);
    assert_eq!(read(store, move |tables| tables.order(order)), [first.clone(), second.clone()]);
    let words = Some(SealedSecret::from_store(&[1, 2, 3]));
    let object = Some(ObjectId(id()));
    let (refused, placed_at) = (None, noon().plus_days(1));
    let changed = OrderLine { words, object, refused, placed_at, years: 1, amount: dollars(7), ..second };
    let written = changed.clone();
    write(store, move |tables| tables.update_order_line(&written));
    assert_eq!(read(store, move |tables| tables.order(order)), [first, changed]);
    assert!(read(store, |tables| tables.order(OperationId(7))).is_empty());
}

pub(crate) fn orders_are_listed_by_what_they_are_about(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    for (account, text) in
        [(alpha, "one.test"), (alpha, "two.test"), (alpha, "one.test"), (bravo, "one.test")]
    {
        keep(store, &line(OperationId(id()), 1, account, text));
    }
    let listed = |filter: OrderFilter, slice: Slice<(OperationId, u32)>| -> Vec<OrderLine> {
        read(store, move |tables| tables.order_lines(&filter, &slice))
    };
    let counted = |filter: OrderFilter| read(store, move |tables| tables.count_order_lines(&filter));
    let whole = || Slice { after: None, skip: 0, most: 10 };
    let rows = listed(all(alpha), whole());
    assert_eq!((rows.len(), counted(all(alpha))), (3, 3));
    let behind = Slice { after: Some((rows[0].order, 1)), skip: 1, most: 10 };
    assert_eq!(listed(all(alpha), behind), rows[2..]);
    let one = || OrderFilter { name: Some(name("one.test")), ..all(alpha) };
    assert_eq!((listed(one(), whole()).len(), counted(one())), (2, 2));
    let none = OrderFilter { product: Some(Product::Renew), ..all(alpha) };
    assert_eq!(listed(none, whole()), []);
    let later = OrderFilter { from: noon().plus_millis(1), ..all(alpha) };
    assert_eq!(counted(later), 0);
}

pub(crate) fn an_order_of_a_certificate_is_found_by_it(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let (order, certificate) = (OperationId(id()), id());
    let goods = Goods::Certificate(CertificateClass::parse("dv").unwrap());
    let bought = OrderLine { goods, object: Some(ObjectId(certificate)), ..line(order, 1, alpha, "x.test") };
    keep(store, &bought);
    // A domain that has the number by chance is no certificate.
    let domain =
        OrderLine { object: Some(ObjectId(certificate + 1)), ..line(OperationId(id()), 1, alpha, "x.test") };
    keep(store, &domain);
    let ids = [certificate, certificate + 1, certificate + 2].map(CertificateId);
    let found = |account| read(store, move |tables| tables.orders_of_certificates(account, &ids));
    assert_eq!(found(alpha), [(CertificateId(certificate), order)]);
    assert!(found(bravo).is_empty());
}
