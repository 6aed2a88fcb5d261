//! Questions by which holders of accounts are known, and passwords for whoever answers them.

use engine::{
    Outcome,
    model::{AddressBook, Addressee, Email, Proof, Question, Realm, Secret},
    ops::{
        account::NewSecret,
        subaccount::{FindQuestion, Info, MailPassword, NewLogin, NewQuestion, Open, Update},
    },
};

use super::{clid, login, open, opened};
use crate::{
    delivery::{letters, without_mail},
    fixture::World,
};

cases! {
    success_tells_it_to_accounts_above
    success_replaces_it
    success_mails_a_new_password
    refused_for_accounts_that_are_not_below
    refused_where_nothing_was_agreed_on
    refused_for_a_wrong_answer
    refused_without_an_address
    refused_without_mail
}

fn question(answer: &str) -> Option<NewQuestion> {
    Some(NewQuestion { question: Question::Pet, answer: Secret::new(answer) })
}

fn find() -> FindQuestion {
    FindQuestion { account: clid("SHOP") }
}

fn mail(answer: &str) -> MailPassword {
    let login = NewLogin { secret: NewSecret::Hashed("$new".into()), ..login("shop") };
    MailPassword { login, password: Secret::new("new-password"), answer: Secret::new(answer) }
}

/// Opens an account whose holder answers `Rex`, and has an e-mail address.
fn agreed(world: &World) {
    let email = Email::parse("owner@example.test").ok();
    let admin = Some(Addressee { email, ..Addressee::default() });
    let book = Some(AddressBook { admin, ..AddressBook::default() });
    let shop = Open { book, question: question("Rex"), ..open("shop") };
    world.done(&world.alpha, Outcome::SubaccountOpened, shop);
}

fn told(world: &World) -> (Question, String) {
    let told = world.found(&world.alpha, Outcome::QuestionTold, find());
    (told.question, told.answer.expose().to_owned())
}

fn success_tells_it_to_accounts_above() {
    let world = World::new();
    agreed(&world);
    assert_eq!(told(&world), (Question::Pet, "Rex".to_owned()));
}

fn success_replaces_it() {
    let world = World::new();
    agreed(&world);
    let book = NewQuestion { question: Question::Book, answer: Secret::new("Emma") };
    let update = Update { question: Some(book), ..Update::of(clid("SHOP")) };
    world.done(&world.alpha, Outcome::SubaccountUpdated, update);
    assert_eq!(told(&world), (Question::Book, "Emma".to_owned()));
}

fn success_mails_a_new_password() {
    let world = World::new();
    agreed(&world);
    world.done(&world.alpha, Outcome::PasswordMailed, mail(" rex"));
    let letters = letters(&world);
    assert_eq!((letters.len(), letters[0].to.as_str()), (1, "owner@example.test"));
    assert!(letters[0].text.expose().contains("Log in as shop with:\n\n    new-password\n"));
    let view = world.found(&world.alpha, Outcome::SubaccountTold, Info { account: Some(clid("SHOP")) });
    let kept = view.credentials.iter().find(|held| held.realm == Realm::Rrp).unwrap();
    assert_eq!(kept.proof, Proof::Hash("$new".into()));
}

fn refused_for_accounts_that_are_not_below() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::AccountUnknown, find());
    world.refused(&world.alpha, Outcome::AccountUnknown, mail("Rex"));
    let shop = opened(&world, "shop");
    for stranger in [&world.bravo, &shop] {
        world.denied(stranger, Outcome::AccountOfAnother, find());
        world.refused(stranger, Outcome::AccountOfAnother, mail("Rex"));
    }
}

fn refused_where_nothing_was_agreed_on() {
    let world = World::new();
    opened(&world, "shop");
    world.denied(&world.alpha, Outcome::QuestionUnset, find());
    world.refused(&world.alpha, Outcome::QuestionUnset, mail("Rex"));
}

fn refused_for_a_wrong_answer() {
    let world = World::new();
    agreed(&world);
    world.refused(&world.alpha, Outcome::AnswerWrong, mail("Max"));
    assert!(letters(&world).is_empty());
}

fn refused_without_an_address() {
    let world = World::new();
    world.done(&world.alpha, Outcome::SubaccountOpened, Open { question: question("Rex"), ..open("shop") });
    world.refused(&world.alpha, Outcome::AccountUnreachable, mail("Rex"));
}

fn refused_without_mail() {
    let world = without_mail();
    agreed(&world);
    world.refused(&world.alpha, Outcome::MailUnavailable, mail("Rex"));
}
