//! Control of names, shown by letter or by word of the operator.

use engine::{
    Actor, FaultKind, Outcome,
    model::{AuthInfo, CertificateName, CertificateOrderId, CertificateState, ControlMethod},
    ops::certificate::{Approve, ConfirmControl, Order, ResendApproval},
    ports::Port,
};

use super::{
    approve, by, draft, keys, latest, no_order, now, of_shop, one_ask, order, submitted, unconfigured,
};
use crate::fixture::World;

cases! {
    success_turns_to_the_authority_when_all_names_are_approved
    success_confirms_names_one_by_one
    success_sends_letters_again_and_voids_the_keys_before
    refused_approvals
    refused_after_many_wrong_keys
    refused_confirmations
    refused_letters
}

const NOBODY: CertificateOrderId = CertificateOrderId(7);

fn success_turns_to_the_authority_when_all_names_are_approved() {
    let world = World::new();
    let order = submitted(&world, order());
    approve(&world, order.id);
    assert_eq!(now(&world, order.id).state, CertificateState::Processing);
    let ask = one_ask(&world);
    assert_eq!((ask.order, Some(ask.reference)), (order.id, order.reference));
    assert!(world.history(order.id).contains(&"certificate_approve".to_owned()));
}

fn success_confirms_names_one_by_one() {
    let world = World::new();
    let request = Some(draft(of_shop(&["www.shop.test", "shop.test"])));
    let order = submitted(&world, Order { request, controls: Some(by(ControlMethod::File)), ..order() });
    for (name, state) in
        [("shop.test", CertificateState::AwaitingApproval), ("www.shop.test", CertificateState::Processing)]
    {
        let name = Some(CertificateName::parse(name).unwrap());
        let confirmed =
            world.done(&Actor::server(), Outcome::ControlShown, ConfirmControl { order: order.id, name });
        assert_eq!(confirmed.state, state);
    }
}

fn success_sends_letters_again_and_voids_the_keys_before() {
    let world = World::new();
    let order = submitted(&world, order());
    let [(_, before)] = &keys(&world)[..] else { panic!("not one letter") };
    world.pass_days(1);
    keys(&world);
    world.done(&world.alpha, Outcome::ApprovalResent, ResendApproval { at: latest(&order) });
    let old = Approve { order: order.id, key: before.clone() };
    world.refused(&Actor::nobody(), Outcome::AuthinfoWrong, old);
    approve(&world, order.id);
}

fn refused_approvals() {
    let world = World::new();
    let key = AuthInfo::presented("guess");
    let nobody = Actor::nobody();
    let approve = |order| Approve { order, key: key.clone() };
    world.refused(&nobody, Outcome::CertificateUnknown, approve(NOBODY));
    world.refused(&nobody, Outcome::CertificateNotReady, approve(unconfigured(&world, "dv").id));
    world.refused(&nobody, Outcome::AuthinfoWrong, approve(submitted(&world, order()).id));
}

fn refused_after_many_wrong_keys() {
    let world = World::new();
    let order = submitted(&world, order());
    let [(_, right)] = &keys(&world)[..] else { panic!("not one letter") };
    for number in 0..10 {
        let key = AuthInfo::presented(&format!("guess-{number}"));
        world.refused(&Actor::nobody(), Outcome::AuthinfoWrong, Approve { order: order.id, key });
    }
    let approve = Approve { order: order.id, key: right.clone() };
    world.refused(&Actor::nobody(), Outcome::AuthinfoLocked, approve);
}

fn refused_confirmations() {
    let world = World::new();
    let server = Actor::server();
    let confirm = |order, name: Option<&str>| {
        let name = name.map(|name| CertificateName::parse(name).unwrap());
        ConfirmControl { order, name }
    };
    world.refused(&server, Outcome::CertificateUnknown, confirm(NOBODY, None));
    world.refused(&server, Outcome::CertificateNotReady, confirm(unconfigured(&world, "dv").id, None));
    let order = submitted(&world, order());
    world.refused(&server, Outcome::ControlMissing, confirm(order.id, Some("other.test")));
}

fn refused_letters() {
    let world = World::new();
    let again = |at| ResendApproval { at };
    let order = submitted(&world, order());
    world.refused(&world.bravo, Outcome::CertificateUnknown, again(latest(&order)));
    world.refused(&world.alpha, Outcome::CertificateUnknown, again(no_order()));
    world.refused(&world.alpha, Outcome::ApprovalResentLately, again(latest(&order)));
    world.pass_days(1);
    world.trouble.next(Port::Mail, None, FaultKind::Unavailable(Port::Mail));
    world.refused(&world.alpha, Outcome::MailUnavailable, again(latest(&order)));
    let published = Order { controls: Some(by(ControlMethod::File)), ..super::order() };
    let published = submitted(&world, published);
    world.refused(&world.alpha, Outcome::CertificateNotReady, again(latest(&published)));
}
