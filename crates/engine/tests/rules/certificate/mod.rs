//! Certificates.

pub(crate) mod approve;
pub(crate) mod authority_end;
pub(crate) mod cancel;
pub(crate) mod configure;
pub(crate) mod list;
pub(crate) mod mail;
pub(crate) mod order;
pub(crate) mod parse_csr;
pub(crate) mod renew;
pub(crate) mod step;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use engine::{
    Actor, Command, FaultKind, Outcome,
    model::{
        AuthInfo, CertificateClass, CertificateNews, CertificateOrder, CertificateOrderId, CertificateRole,
        ControlMethod, Email, Event, IssuedCertificate,
    },
    ops::{
        certificate::{
            Approve, AuthorityEnd, CertificateRef, ConfirmControl, ContactChoice, ContactSource,
            ControlChoice, Order, RequestDraft,
        },
        due::{Ran, Run},
    },
    ports::{AuthorityAnswer, AuthorityAsk, AuthorityFailed, AuthorityTask, Cargo, Port},
};
use rcgen::{CertificateParams, DistinguishedName, DnType, KeyPair};

use crate::fixture::{World, handle, read};

const RSA_1024: &str = include_str!("../../../../csr/tests/parsing/rsa1024.pem");
const P521: &str = include_str!("../../../../csr/tests/parsing/p521.pem");

pub(crate) fn class(text: &str) -> CertificateClass {
    CertificateClass::parse(text).unwrap()
}

/// A request with a subject of these parts, and these alternative names.
pub(crate) fn csr(subject: &[(DnType, &str)], names: &[&str]) -> String {
    let mut params =
        CertificateParams::new(names.iter().map(ToString::to_string).collect::<Vec<_>>()).unwrap();
    params.distinguished_name = DistinguishedName::new();
    for (kind, text) in subject {
        params.distinguished_name.push(kind.clone(), *text);
    }
    params.serialize_request(&KeyPair::generate().unwrap()).unwrap().pem().unwrap()
}

/// A request of an organisation for some names.
pub(crate) fn of_shop(names: &[&str]) -> String {
    csr(&[(DnType::OrganizationName, "Shop"), (DnType::CommonName, names[0])], &names[1..])
}

pub(crate) fn draft(csr: String) -> RequestDraft {
    RequestDraft { csr, names: Vec::new(), contacts: Vec::new(), web_server: None }
}

pub(crate) fn shop() -> RequestDraft {
    draft(of_shop(&["www.shop.test"]))
}

pub(crate) fn by_mail() -> Vec<ControlChoice> {
    let approver = Some(Email::parse("admin@shop.test").unwrap());
    vec![ControlChoice { name: None, method: ControlMethod::Email, approver }]
}

pub(crate) fn by(method: ControlMethod) -> Vec<ControlChoice> {
    vec![ControlChoice { name: None, method, approver: None }]
}

/// An order of the plain product, submitted at once.
pub(crate) fn order() -> Order {
    Order { class: class("dv"), years: 1, request: Some(shop()), controls: Some(by_mail()) }
}

/// An order of the product that certifies an organisation.
pub(crate) fn of_organization() -> Order {
    Order { class: class("ov"), ..order() }
}

/// A certificate of ALPHA that nothing is known of yet.
pub(crate) fn unconfigured(world: &World, class_name: &str) -> CertificateOrder {
    let order = Order { class: class(class_name), years: 1, request: None, controls: None };
    world.done(&world.alpha, Outcome::CertificateOrdered, order).order
}

/// ALPHA's order, submitted.
#[track_caller]
pub(crate) fn submitted(world: &World, order: Order) -> CertificateOrder {
    world.done(&world.alpha, Outcome::CertificateSubmitted, order).order
}

/// ALPHA's certificate, issued by the authority.
#[track_caller]
pub(crate) fn issued(world: &World, order: Order) -> CertificateOrder {
    let order = submitted(world, order);
    certify(world, order.id)
}

/// Has control of all names confirmed and the authority issue.
#[track_caller]
pub(crate) fn certify(world: &World, order: CertificateOrderId) -> CertificateOrder {
    let ask = asked(world, order);
    answer(world, ask.clone(), certificate(&ask));
    now(world, order)
}

/// Has control of all names confirmed, so that the authority is asked.
#[track_caller]
pub(crate) fn asked(world: &World, order: CertificateOrderId) -> AuthorityAsk {
    world.done(&Actor::server(), Outcome::ControlShown, ConfirmControl { order, name: None });
    one_ask(world)
}

/// What the authority is asked now: one thing.
#[track_caller]
pub(crate) fn one_ask(world: &World) -> AuthorityAsk {
    let mut asks = ran(world).asks;
    assert_eq!(asks.len(), 1);
    asks.remove(0)
}

pub(crate) fn ran(world: &World) -> Ran {
    world.done(&Actor::server(), Outcome::DueDone, Run { until: world.now(), most: 100 })
}

/// The authority answers, if anything.
pub(crate) fn end(world: &World, ask: AuthorityAsk, end: Result<AuthorityAnswer, AuthorityFailed>) {
    let silent = end.clone().err();
    let answer = AuthorityEnd { ask, end };
    assert_eq!(world.done(&Actor::server(), Outcome::CertificateAnswerRecorded, answer), silent);
}

pub(crate) fn answer(world: &World, ask: AuthorityAsk, with: AuthorityAnswer) {
    end(world, ask, Ok(with));
}

/// What an authority that issues answers.
#[track_caller]
pub(crate) fn certificate(ask: &AuthorityAsk) -> AuthorityAnswer {
    let AuthorityTask::Issue(task) = &ask.task else { panic!("{:?} is no issue", ask.task) };
    AuthorityAnswer::Issued(IssuedCertificate {
        serial: "01".to_owned(),
        pem: "leaf".to_owned(),
        chain: "issuer".to_owned(),
        not_before: task.not_before,
        not_after: task.not_after,
    })
}

pub(crate) fn now(world: &World, order: CertificateOrderId) -> CertificateOrder {
    read(&world.engine, move |store| store.certificate_order(order)).unwrap()
}

pub(crate) fn latest(order: &CertificateOrder) -> CertificateRef {
    CertificateRef::latest(order.certificate)
}

/// An order that nobody has.
pub(crate) fn no_order() -> CertificateRef {
    CertificateRef::latest(engine::model::CertificateId(7))
}

/// What ALPHA hears of certificates.
pub(crate) fn news(world: &World) -> Vec<CertificateNews> {
    let of_certificates = |event| match event {
        Event::Certificate { news, .. } => Some(news),
        _ => None,
    };
    world.told(&world.alpha).into_iter().filter_map(of_certificates).collect()
}

/// The keys in the letters that are under way, each with whom it is for.
pub(crate) fn keys(world: &World) -> Vec<(String, AuthInfo)> {
    let parcels = ran(world).parcels.into_iter();
    let letters = parcels.filter_map(|parcel| match parcel.cargo {
        Cargo::Letter(letter) => Some(letter),
        Cargo::Notice { .. } => None,
    });
    letters
        .map(|letter| {
            let (_, after) = letter.text.expose().split_once("approve it:\n\n    ").unwrap();
            (letter.to.to_string(), AuthInfo::presented(after.lines().next().unwrap()))
        })
        .collect()
}

/// Approves an order with the key from its one letter.
#[track_caller]
pub(crate) fn approve(world: &World, order: CertificateOrderId) {
    let [(_, key)] = &keys(world)[..] else { panic!("not one letter") };
    world.done(&Actor::nobody(), Outcome::ControlShown, Approve { order, key: key.clone() });
}

/// Drafts that the product for organisations does not take, with the first reason that is told.
pub(crate) fn bad_drafts() -> Vec<(Outcome, RequestDraft)> {
    let organized = |parts: &[(DnType, &str)], names: &[&str]| {
        let subject: Vec<_> =
            [(DnType::OrganizationName, "Shop")].into_iter().chain(parts.to_vec()).collect();
        draft(csr(&subject, names))
    };
    let named = |text| (DnType::CommonName, text);
    let spoilt = {
        let pem = shop().csr;
        let digits: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
        let mut der = STANDARD.decode(digits).unwrap();
        // The last byte belongs to the signature, and any value of it is well formed.
        *der.last_mut().unwrap() ^= 1;
        STANDARD.encode(der)
    };
    vec![
        (Outcome::TextMissing, draft(String::new())),
        (Outcome::CsrTooLarge, draft("A".repeat(1 << 20))),
        (Outcome::CsrMalformed, draft("no request".to_owned())),
        (Outcome::CsrAlgorithmRefused, draft(P521.to_owned())),
        (Outcome::CsrKeyWeak, draft(RSA_1024.to_owned())),
        (Outcome::CsrSignatureWrong, draft(spoilt)),
        (Outcome::CsrCountryMalformed, organized(&[(DnType::CountryName, "XX"), named("shop.test")], &[])),
        (Outcome::CsrOrganizationMissing, draft(csr(&[named("shop.test")], &[]))),
        (Outcome::CsrCommonNameMissing, organized(&[], &[])),
        (Outcome::CsrCommonNameMalformed, organized(&[named("Shop")], &[])),
        (Outcome::CertificateNameMalformed, organized(&[named("shop.test")], &["shop"])),
        (Outcome::CertificateNameRefused, organized(&[named("*.shop.test")], &[])),
        (Outcome::CertificateNamesTooMany, organized(&[named("a.test")], &["b.test", "c.test"])),
    ]
}

/// Looks that a command of ALPHA is refused for all that can be wrong with a request and its contacts.
#[track_caller]
pub(crate) fn refused_requests<C: Command>(world: &World, command: impl Fn(RequestDraft) -> C) {
    for (outcome, draft) in bad_drafts() {
        world.refused(&world.alpha, outcome, command(draft));
    }
    world.enrol(&world.bravo, "BRUNO");
    for (outcome, contact) in [(Outcome::ContactUnknown, "NOBODY"), (Outcome::NotSponsor, "BRUNO")] {
        let source = ContactSource::Object(handle(contact));
        let contacts = vec![ContactChoice { role: CertificateRole::Owner, source }];
        world.refused(&world.alpha, outcome, command(RequestDraft { contacts, ..shop() }));
    }
}

/// Looks that a command of ALPHA is refused for all that can be wrong with how control is shown.
#[track_caller]
pub(crate) fn refused_controls<C: Command>(world: &World, command: impl Fn(Vec<ControlChoice>) -> C) {
    let stranger = Some(Email::parse("admin@other.test").unwrap());
    let by_stranger = vec![ControlChoice { name: None, method: ControlMethod::Email, approver: stranger }];
    for (outcome, choices) in [
        (Outcome::ControlMissing, Vec::new()),
        (Outcome::ControlMissing, by(ControlMethod::Email)),
        (Outcome::ControlMethodRefused, by(ControlMethod::File)),
        (Outcome::ApproverRefused, by_stranger),
    ] {
        world.refused(&world.alpha, outcome, command(choices));
    }
    world.trouble.next(Port::Mail, None, FaultKind::Unavailable(Port::Mail));
    world.refused(&world.alpha, Outcome::MailUnavailable, command(by_mail()));
}
