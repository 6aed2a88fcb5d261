//! Where notices are delivered, and which are on their way.

use engine::model::{
    CargoId, Delivery, DeliveryTarget, DeliveryUrl, Destination, Email, Instant, LetterId, SealedLetter,
    SealedSecret,
};
use engine::ports::store::Store;

use crate::client::{read, refuse, write};
use crate::fixtures::opened;

pub(crate) fn a_destination_is_set_replaced_and_removed(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let url = DeliveryTarget::Url(DeliveryUrl::parse("https://example.test/notices").unwrap());
    let signed = Destination {
        target: url,
        secret: Some(SealedSecret::from_store(&[1, 2, 3])),
        form: Some("wapi/xml".to_owned()),
    };
    let mail = Destination {
        target: DeliveryTarget::Mail(Email::parse("noc@example.test").unwrap()),
        secret: None,
        form: None,
    };
    for destination in [Some(signed), Some(mail), None, None] {
        let put = destination.clone();
        write(store, move |tx| tx.put_destination(alpha, put.as_ref()));
        assert_eq!(read(store, move |snapshot| snapshot.destination(alpha)), destination);
        assert_eq!(read(store, move |snapshot| snapshot.destination(bravo)), None);
    }
}

pub(crate) fn a_delivery_is_under_way_until_it_is_removed(store: &dyn Store) {
    let (notice, now) = (CargoId(7), Instant::from_millis(1_000));
    let begun = Delivery::of(notice, now);
    let tried = begun.after_attempt(now).unwrap();
    for delivery in [begun, tried] {
        write(store, move |tx| tx.put_delivery(&delivery));
        assert_eq!(read(store, move |snapshot| snapshot.delivery(notice)), Some(delivery));
    }
    assert!(refuse(store, move |tx| tx.remove_delivery(notice)), "refused afterwards");
    assert_eq!(read(store, move |snapshot| snapshot.delivery(notice)), Some(tried));
    assert!(write(store, move |tx| tx.remove_delivery(notice)));
    assert!(!write(store, move |tx| tx.remove_delivery(notice)), "twice");
    assert_eq!(read(store, move |snapshot| snapshot.delivery(notice)), None);
}

pub(crate) fn a_letter_goes_with_its_delivery(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let id = LetterId(8);
    let letter = SealedLetter {
        id,
        account: alpha,
        at: Instant::from_millis(1_000),
        to: Email::parse("jane@example.test").unwrap(),
        subject: "Authorization information".to_owned(),
        text: SealedSecret::from_store(&[1, 2, 3]),
    };
    let (kept, delivery) = (letter.clone(), Delivery::of(id, letter.at));
    write(store, move |tx| {
        tx.put_letter(&kept)?;
        tx.put_delivery(&delivery)
    });
    assert_eq!(read(store, move |snapshot| snapshot.letter(id)), Some(letter));
    assert!(write(store, move |tx| tx.remove_delivery(id.into())));
    assert_eq!(read(store, move |snapshot| snapshot.letter(id)), None);
}
