//! Orders of certificates.

use engine::model::{
    AccountId, CertificateClass, CertificateId, CertificateName, CertificateOrder, CertificateOrderId,
    CertificateOrderKind, CertificateState, Control, ControlProof, IssuedCertificate, Pattern,
};
use engine::ports::store::{CertificateFilter, Inserted, Slice, Store};

use crate::client::{read, try_write, write};
use crate::fixtures::{id, noon, opened};

fn order(account: AccountId, certificate: i64, number: u32) -> CertificateOrder {
    CertificateOrder {
        id: CertificateOrderId(id()),
        certificate: CertificateId(certificate),
        number,
        account,
        kind: CertificateOrderKind::First,
        class: CertificateClass::parse("RAPID_DV").unwrap(),
        years: 1,
        state: CertificateState::AwaitingConfiguration,
        since: noon(),
        created_at: noon(),
        expires_at: None,
        look_at: None,
        repays: false,
        request: None,
        controls: Vec::new(),
        reference: None,
        issued: None,
        reason: None,
    }
}

/// The order with something in every column that can change.
fn full(order: CertificateOrder) -> CertificateOrder {
    let name = CertificateName::parse("*.shop.test").unwrap();
    CertificateOrder {
        state: CertificateState::Issued,
        since: noon().plus_days(1),
        expires_at: Some(noon().plus_days(365)),
        look_at: Some(noon().plus_days(335)),
        repays: true,
        controls: vec![Control {
            name,
            proof: ControlProof::Dns { token: "token".to_owned() },
            shown_at: Some(noon()),
        }],
        reference: Some("REF".to_owned()),
        issued: Some(IssuedCertificate {
            serial: "01".to_owned(),
            pem: "leaf".to_owned(),
            chain: "issuer".to_owned(),
            not_before: noon(),
            not_after: noon().plus_days(365),
        }),
        reason: Some("because".to_owned()),
        ..order
    }
}

fn inserted(store: &dyn Store, order: CertificateOrder) -> CertificateOrder {
    let written = order.clone();
    assert_eq!(write(store, move |tx| tx.insert_certificate_order(&written)), Inserted::Yes);
    order
}

pub(crate) fn an_order_reads_back_as_it_was_written(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    for order in [order(alpha, 1, 1), full(order(alpha, 2, 1))] {
        let order = inserted(store, order);
        let id = order.id;
        assert_eq!(read(store, move |snapshot| snapshot.certificate_order(id)), Some(order));
    }
    assert_eq!(read(store, |snapshot| snapshot.certificate_order(CertificateOrderId(7))), None);
}

pub(crate) fn an_update_replaces_what_can_change(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let changed = full(inserted(store, order(alpha, 1, 1)));
    let written = changed.clone();
    write(store, move |tx| tx.update_certificate_order(&written));
    let id = changed.id;
    assert_eq!(read(store, move |snapshot| snapshot.certificate_order(id)), Some(changed));
    let nowhere = order(alpha, 2, 1);
    assert!(try_write(store, move |tx| tx.update_certificate_order(&nowhere)).is_err());
}

pub(crate) fn a_number_is_given_once_within_a_certificate(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let first = inserted(store, order(alpha, 1, 1));
    let twin = order(alpha, 1, 1);
    assert_eq!(write(store, move |tx| tx.insert_certificate_order(&twin)), Inserted::Taken);
    let second = inserted(store, order(alpha, 1, 2));
    let all = read(store, |snapshot| snapshot.certificate_orders(CertificateId(1)));
    assert_eq!(all, [first, second]);
}

pub(crate) fn certificates_are_listed_by_their_latest_orders(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let mut latest = Vec::new();
    for certificate in 1..=3 {
        inserted(store, order(alpha, certificate, 1));
        latest.push(inserted(store, order(alpha, certificate, 2)));
    }
    inserted(store, order(bravo, 4, 1));
    let listed = |after: Option<i64>, skip, most| {
        let slice = Slice { after: after.map(CertificateId), skip, most };
        read(store, move |snapshot| snapshot.certificates(alpha, &CertificateFilter::default(), &slice))
    };
    assert_eq!(listed(None, 0, 9), latest);
    assert_eq!(listed(None, 1, 1), latest[1..2]);
    assert_eq!(listed(Some(2), 0, 9), latest[2..]);
    assert_eq!(
        read(store, move |snapshot| snapshot.count_certificates(alpha, &CertificateFilter::default())),
        3
    );
}

pub(crate) fn certificates_are_found_by_what_is_asked_for(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    inserted(store, order(alpha, 1, 1));
    inserted(store, full(order(alpha, 1, 2)));
    inserted(store, CertificateOrder { created_at: noon().plus_days(-3), ..order(alpha, 12, 1) });
    inserted(
        store,
        CertificateOrder { class: CertificateClass::parse("OTHER").unwrap(), ..order(alpha, 3, 1) },
    );
    let found = |filter: CertificateFilter| {
        let counted = filter.clone();
        let slice = Slice { after: None, skip: 0, most: 9 };
        let rows = read(store, move |snapshot| snapshot.certificates(alpha, &filter, &slice));
        let count = read(store, move |snapshot| snapshot.count_certificates(alpha, &counted));
        assert_eq!(count, rows.len() as u64);
        rows.iter().map(|row| row.certificate.0).collect::<Vec<_>>()
    };
    let all = CertificateFilter::default;
    let fits = |text| Some(Pattern::parse(text).unwrap());
    let none: [i64; 0] = [];
    assert_eq!(found(all()), [1, 3, 12]);
    assert_eq!(found(CertificateFilter { newest_first: true, ..all() }), [12, 3, 1]);
    assert_eq!(found(CertificateFilter { number: fits("1*"), ..all() }), [1, 12]);
    assert_eq!(found(CertificateFilter { class: fits("rapid*"), ..all() }), [1, 12]);
    assert_eq!(found(CertificateFilter { common_name: fits("*"), ..all() }), none);
    assert_eq!(found(CertificateFilter { states: Some(vec![CertificateState::Issued]), ..all() }), [1]);
    assert_eq!(found(CertificateFilter { states: Some(Vec::new()), ..all() }), none);
    let week = noon().plus_days(-7)..noon();
    assert_eq!(found(CertificateFilter { created: Some(week.clone()), ..all() }), [12]);
    assert_eq!(found(CertificateFilter { changed: Some(week), ..all() }), none);
    let year = noon()..noon().plus_days(366);
    assert_eq!(found(CertificateFilter { expires: Some(year), ..all() }), [1]);
}
