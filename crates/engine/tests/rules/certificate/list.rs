//! Certificates as they are shown.

use engine::{
    Outcome,
    model::{CertificateOrder, Window},
    ops::certificate::{CertificateRef, Info, List, Reissue},
    ports::store::CertificateFilter,
};

use super::{issued, latest, no_order, order, shop, unconfigured};
use crate::fixture::World;

cases! {
    success_shows_each_order
    success_lists_a_piece_at_a_time
    refused_where_it_is_another_account_s
}

fn success_shows_each_order() {
    let world = World::new();
    let first = issued(&world, order());
    let reissue = Reissue { certificate: first.certificate, request: shop(), controls: None };
    let second = world.done(&world.alpha, Outcome::CertificateSubmitted, reissue);
    let view = world.found(&world.alpha, Outcome::CertificateFound, Info { at: latest(&first) });
    assert_eq!((view.order.id, view.orders.len(), view.title.as_str()), (second.id, 2, "Plain"));
    let at = CertificateRef { number: Some(1), ..latest(&first) };
    assert_eq!(world.found(&world.alpha, Outcome::CertificateFound, Info { at }).order, first);
}

fn success_lists_a_piece_at_a_time() {
    let world = World::new();
    let all: Vec<CertificateOrder> = (0..4).map(|_| unconfigured(&world, "dv")).collect();
    let piece = |first, limit| {
        let list = List { filter: CertificateFilter::default(), window: Window { first, limit } };
        let page = world.found(&world.alpha, Outcome::CertificatesListed, list);
        assert_eq!(page.total, 4);
        page.rows.iter().map(|order| order.id).collect::<Vec<_>>()
    };
    assert_eq!(piece(0, 2), [all[0].id, all[1].id]);
    assert_eq!(piece(3, 2), [all[3].id]);
    assert_eq!(piece(2, 9), [all[2].id, all[3].id]);
}

fn refused_where_it_is_another_account_s() {
    let world = World::new();
    let at = latest(&unconfigured(&world, "dv"));
    world.denied(&world.bravo, Outcome::CertificateUnknown, Info { at });
    for at in [no_order(), CertificateRef { number: Some(2), ..at }] {
        world.denied(&world.alpha, Outcome::CertificateUnknown, Info { at });
    }
}
