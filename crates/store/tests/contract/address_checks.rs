//! E-mail addresses of registrants that have to be confirmed.

use engine::model::{AccountId, AddressCheck, AuthInfoDigest, Email, ObjectId};
use engine::ports::store::Store;

use crate::client::{read, write};
use crate::fixtures::{id, noon, opened};

fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

fn check(account: AccountId) -> AddressCheck {
    AddressCheck {
        id: ObjectId(id()),
        account,
        email: email("jane@example.test"),
        asked_at: noon(),
        until: noon().plus_days(15),
        mailed_at: noon(),
        key: AuthInfoDigest::from_store(&[7; 32]).unwrap(),
        confirmed_at: None,
    }
}

pub(crate) fn an_address_is_known_for_each_account(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let (of_alpha, of_bravo) = (check(alpha), check(bravo));
    let [one, other] = [of_alpha.clone(), of_bravo.clone()];
    write(store, move |tables| {
        tables.put_address_check(&one)?;
        tables.put_address_check(&other)
    });
    let found = |account: AccountId, text: &'static str| {
        read(store, move |tables| tables.address_check(account, &email(text)))
    };
    assert_eq!(found(alpha, "jane@example.test"), Some(of_alpha.clone()));
    assert_eq!(found(bravo, "jane@example.test"), Some(of_bravo));
    assert_eq!(found(alpha, "john@example.test"), None);

    let confirmed = AddressCheck {
        mailed_at: noon().plus_days(1),
        key: AuthInfoDigest::from_store(&[8; 32]).unwrap(),
        confirmed_at: Some(noon().plus_days(2)),
        ..of_alpha
    };
    let written = confirmed.clone();
    write(store, move |tables| tables.put_address_check(&written));
    let by_id = confirmed.id;
    assert_eq!(read(store, move |tables| tables.address_check_by_id(by_id)), Some(confirmed));
    assert_eq!(read(store, |tables| tables.address_check_by_id(ObjectId(1))), None);
}
