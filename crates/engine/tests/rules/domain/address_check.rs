//! E-mail addresses of registrants that have to be confirmed.

use engine::{
    Actor, Outcome,
    model::{AddressCheck, AddressCode, AuthInfo, Email, ObjectId},
    ops::{
        address_check::{Confirm, Find, Resend},
        contact,
        domain::{Dossier, Update},
    },
};

use super::{staffed, strict, strict_world};
use crate::{
    delivery::{letters, secret_in, without_mail},
    fixture::{World, contact_update, domain_update, handle, name},
};

cases! {
    success_asks_a_new_registrant_once
    success_confirms_by_the_code_of_the_letter
    success_asks_whoever_holds_a_domain_next
    success_asks_at_another_address_of_the_holder
    success_asks_again_with_a_new_code
    success_asks_nobody_without_mail_and_makes_up_for_it
    success_shows_the_address_of_a_code
    refused_with_a_wrong_code
    refused_after_many_wrong_codes
    refused_where_nobody_is_asked
    refused_after_it_was_confirmed
    refused_so_soon_after_the_last
    refused_without_mail
}

const DOMAIN: &str = "shop.strict.test";

/// ALPHA's domain, whose registrant is jane@example.test.
fn registered() -> World {
    let world = strict_world();
    world.done(&world.alpha, Outcome::DomainCreated, strict(DOMAIN));
    world
}

fn resend(domain: &str) -> Resend {
    Resend { name: name(domain) }
}

fn known(world: &World) -> Option<AddressCheck> {
    world.found(&world.alpha, Outcome::DomainFound, Dossier { name: name(DOMAIN) }).address
}

/// To whom the letters go that are handed out now, and the codes in them.
fn codes(world: &World) -> Vec<(String, AddressCode)> {
    let code = |text: String| AddressCode::parse(&text).expect("a letter tells a code");
    letters(world).iter().map(|letter| (letter.to.to_string(), code(secret_in(letter)))).collect()
}

#[track_caller]
fn only_code(world: &World) -> AddressCode {
    let [(_, code)] = &codes(world)[..] else { panic!("not one letter") };
    code.clone()
}

#[track_caller]
fn confirm(world: &World, code: AddressCode) {
    let email = world.done(&Actor::nobody(), Outcome::AddressConfirmed, Confirm { code });
    assert_eq!(email.as_str(), "jane@example.test");
}

fn email(contact: &str, text: &str) -> contact::Update {
    contact::Update { email: Some(Email::parse(text).unwrap()), ..contact_update(contact) }
}

fn success_asks_a_new_registrant_once() {
    let world = registered();
    let check = known(&world).unwrap();
    assert_eq!((check.asked_at, check.until), (world.now(), world.now().plus_days(15)));
    assert_eq!(check.confirmed_at, None);
    world.done(&world.alpha, Outcome::DomainCreated, strict("other.strict.test"));
    let asked: Vec<String> = codes(&world).into_iter().map(|(to, _)| to).collect();
    assert_eq!(asked, ["jane@example.test"]);
}

fn success_confirms_by_the_code_of_the_letter() {
    let world = registered();
    let code = only_code(&world);
    let at = world.now();
    confirm(&world, code.clone());
    world.done(&world.alpha, Outcome::DomainCreated, strict("other.strict.test"));
    assert_eq!(codes(&world), []);
    world.pass_days(1);
    confirm(&world, code);
    assert_eq!(known(&world).unwrap().confirmed_at, Some(at), "once is enough");
}

fn success_asks_whoever_holds_a_domain_next() {
    let world = registered();
    confirm(&world, only_code(&world));
    world.done(&world.alpha, Outcome::ContactUpdated, email("TEC", "John@Example.test"));
    assert_eq!(codes(&world), [], "who holds no domain is not asked");
    let update = Update { registrant: Some(Some(handle("TEC"))), ..domain_update(DOMAIN) };
    world.done(&world.alpha, Outcome::DomainUpdated, update);
    let [(to, _)] = &codes(&world)[..] else { panic!("not one letter") };
    assert_eq!(to, "john@example.test");
    assert_eq!(known(&world).unwrap().confirmed_at, None);
}

fn success_asks_at_another_address_of_the_holder() {
    let world = registered();
    confirm(&world, only_code(&world));
    world.done(&world.alpha, Outcome::ContactUpdated, email("REG", "JANE@example.test"));
    assert_eq!(codes(&world), [], "it is the same address");
    world.done(&world.alpha, Outcome::ContactUpdated, email("REG", "new@example.test"));
    let [(to, _)] = &codes(&world)[..] else { panic!("not one letter") };
    assert_eq!(to, "new@example.test");
}

fn success_asks_again_with_a_new_code() {
    let world = registered();
    let (first, until) = (only_code(&world), known(&world).unwrap().until);
    world.pass_days(1);
    world.done(&world.alpha, Outcome::AddressLetterSent, resend(DOMAIN));
    let codes = codes(&world);
    let (_, second) = codes.iter().find(|(_, code)| *code != first).expect("another code");
    world.refused(&Actor::nobody(), Outcome::AuthinfoWrong, Confirm { code: first.clone() });
    confirm(&world, second.clone());
    assert_eq!(known(&world).unwrap().until, until, "there is no more time for that");
}

fn success_asks_nobody_without_mail_and_makes_up_for_it() {
    let world = staffed(without_mail());
    world.done(&world.alpha, Outcome::DomainCreated, strict(DOMAIN));
    assert_eq!(known(&world), None);

    let world = strict_world();
    world.break_port(Some(engine::ports::Port::Mail));
    world.done(&world.alpha, Outcome::DomainCreated, strict(DOMAIN));
    world.break_port(None);
    assert_eq!((known(&world), codes(&world)), (None, vec![]));
    world.done(&world.alpha, Outcome::AddressLetterSent, resend(DOMAIN));
    confirm(&world, only_code(&world));
}

fn success_shows_the_address_of_a_code() {
    let world = registered();
    let code = only_code(&world);
    let found = world.found(&Actor::nobody(), Outcome::AddressFound, Find { code: code.clone() });
    assert_eq!((found.email.as_str(), found.is_open()), ("jane@example.test", true));
    confirm(&world, code.clone());
    assert!(!world.found(&Actor::nobody(), Outcome::AddressFound, Find { code }).is_open());
}

fn refused_with_a_wrong_code() {
    let world = registered();
    let code = only_code(&world);
    let guess = AddressCode { key: AuthInfo::presented("guess"), ..code.clone() };
    world.refused(&Actor::nobody(), Outcome::AuthinfoWrong, Confirm { code: guess.clone() });
    world.denied(&Actor::nobody(), Outcome::AuthinfoWrong, Find { code: guess });
    let elsewhere = AddressCode { check: ObjectId(7), ..code };
    world.refused(&Actor::nobody(), Outcome::AuthinfoWrong, Confirm { code: elsewhere.clone() });
    world.denied(&Actor::nobody(), Outcome::AuthinfoWrong, Find { code: elsewhere });
    assert_eq!(known(&world).unwrap().confirmed_at, None);
    for text in ["", "12", "x-y", "-"] {
        assert_eq!(AddressCode::parse(text), None);
    }
}

fn refused_after_many_wrong_codes() {
    let world = registered();
    let code = only_code(&world);
    for number in 0..10 {
        let guess = AddressCode { key: AuthInfo::presented(&format!("guess-{number}")), ..code.clone() };
        world.denied(&Actor::nobody(), Outcome::AuthinfoWrong, Find { code: guess });
    }
    world.denied(&Actor::nobody(), Outcome::AuthinfoLocked, Find { code: code.clone() });
    world.refused(&Actor::nobody(), Outcome::AuthinfoLocked, Confirm { code });
    world.pass_days(1);
    world.done(&world.alpha, Outcome::AddressLetterSent, resend(DOMAIN));
}

fn refused_where_nobody_is_asked() {
    let world = registered();
    world.refused(&world.alpha, Outcome::DomainUnknown, resend("none.strict.test"));
    world.refused(&world.bravo, Outcome::NotSponsor, resend(DOMAIN));
    world.register(&world.alpha, "shop.test");
    world.refused(&world.alpha, Outcome::AddressNotAsked, resend("shop.test"));
}

fn refused_after_it_was_confirmed() {
    let world = registered();
    confirm(&world, only_code(&world));
    world.refused(&world.alpha, Outcome::AddressConfirmedBefore, resend(DOMAIN));
}

fn refused_so_soon_after_the_last() {
    let world = registered();
    world.refused(&world.alpha, Outcome::AddressLetterLately, resend(DOMAIN));
}

fn refused_without_mail() {
    let world = staffed(without_mail());
    world.done(&world.alpha, Outcome::DomainCreated, strict(DOMAIN));
    world.refused(&world.alpha, Outcome::MailUnavailable, resend(DOMAIN));
}
