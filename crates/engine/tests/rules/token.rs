//! Tokens in the place of passwords.

use std::net::{IpAddr, Ipv4Addr};

use engine::{
    Actor, Failure, Outcome,
    model::{ApiToken, ApiTokenId, Line, Realm, Secret},
    ops::{
        account::{Attempt, Claim, Cost, FindLogin, NewSecret, Second, SetPassword},
        token::{Create, List, Rename, Revoke, TokenRef},
    },
};

use crate::fixture::{World, line, secret};

cases! {
    success_opens_the_account_until_it_is_taken_back
    success_shows_one_by_itself
    success_by_name_and_by_number
    refused_in_realms_without_tokens
    refused_for_tokens_of_others
    refused_for_a_name_that_is_taken
    refused_beyond_what_an_account_may_have
    refused_for_whoever_came_by_a_token
    refused_for_what_does_not_exist
}

fn make(world: &World, name: &str) -> (ApiToken, Secret) {
    world.done(&world.alpha, Outcome::TokenMade, create(world, name))
}

fn create(world: &World, name: &str) -> Create {
    Create { account: world.alpha.id(), name: line(name) }
}

fn names(world: &World, account: &Actor) -> Vec<String> {
    let list = List { account: account.id(), only: None };
    let tokens = world.found(account, Outcome::TokensListed, list);
    tokens.into_iter().map(|token| token.name.as_str().to_owned()).collect()
}

/// A world in which ALPHA and BRAVO can log in.
fn world() -> World {
    let world = World::new();
    for (actor, login) in [(&world.alpha, "alpha"), (&world.bravo, "bravo")] {
        for realm in [Realm::Enom, Realm::Epp] {
            let entropy = world.engine.entropy();
            let secret = NewSecret::of(realm, &secret("the-password"), Cost::Published, entropy).unwrap();
            let set = SetPassword { account: actor.id(), realm, login: login.to_owned(), secret };
            world.done(actor, Outcome::PasswordSet, set);
        }
    }
    world
}

fn log_in(world: &World, realm: Realm, login: &str, password: &Secret) -> Result<Actor, Outcome> {
    let attempt = Attempt {
        realm,
        login: login.to_owned(),
        claim: Claim::Password(password.clone()),
        second: Second::Nothing,
        from: IpAddr::V4(Ipv4Addr::LOCALHOST),
        certificate: None,
    };
    let find = FindLogin { realm, login: login.to_owned() };
    let record = world.found(&Actor::nobody(), Outcome::AccountsListed, find);
    attempt.judge(&world.engine, record).map_err(|failure| match failure {
        Failure::Refused(refusals) => refusals.first().outcome,
        Failure::Fault(fault) => panic!("{fault}"),
    })
}

fn success_opens_the_account_until_it_is_taken_back() {
    let world = world();
    let (token, text) = make(&world, "web shop");
    assert!(text.expose().len() > 30 && text.expose().ends_with(&token.ending));
    let actor = log_in(&world, Realm::Enom, "alpha", &text).unwrap();
    assert_eq!((actor.id(), actor.is_by_token), (world.alpha.id(), true));
    let by_password = log_in(&world, Realm::Enom, "alpha", &secret("the-password")).unwrap();
    assert!(!by_password.is_by_token);

    let revoke = Revoke { account: world.alpha.id(), token: TokenRef::Text(text.clone()) };
    world.done(&by_password, Outcome::TokenRevoked, revoke);
    let refused = log_in(&world, Realm::Enom, "alpha", &text).unwrap_err();
    assert_eq!(refused, Outcome::AuthenticationFailed);
    assert!(log_in(&world, Realm::Enom, "alpha", &secret("the-password")).is_ok());
}

fn success_shows_one_by_itself() {
    let world = world();
    let (token, text) = make(&world, "one");
    make(&world, "two");
    let one = List { account: world.alpha.id(), only: Some(TokenRef::Text(text)) };
    assert_eq!(world.found(&world.alpha, Outcome::TokensListed, one), [token]);
    assert_eq!(names(&world, &world.alpha), ["one", "two"]);
    assert!(names(&world, &world.bravo).is_empty());
}

fn success_by_name_and_by_number() {
    let world = world();
    let (token, text) = make(&world, "one");
    let account = world.alpha.id();
    let rename = Rename { account, token: TokenRef::Id(token.id), to: line("other") };
    world.done(&world.alpha, Outcome::TokenRenamed, rename);
    assert!(log_in(&world, Realm::Enom, "alpha", &text).is_ok());
    let revoke = Revoke { account, token: TokenRef::Name(line("other")) };
    world.done(&world.alpha, Outcome::TokenRevoked, revoke);
    assert!(names(&world, &world.alpha).is_empty());
}

fn refused_in_realms_without_tokens() {
    let world = world();
    let (_, text) = make(&world, "one");
    assert_eq!(log_in(&world, Realm::Epp, "alpha", &text).unwrap_err(), Outcome::AuthenticationFailed);
}

fn refused_for_tokens_of_others() {
    let world = world();
    let (token, text) = make(&world, "one");
    assert_eq!(log_in(&world, Realm::Enom, "bravo", &text).unwrap_err(), Outcome::AuthenticationFailed);
    for token in [TokenRef::Text(text), TokenRef::Id(token.id), TokenRef::Name(line("one"))] {
        let revoke = Revoke { account: world.bravo.id(), token };
        world.refused(&world.bravo, Outcome::TokenUnknown, revoke);
    }
}

fn refused_for_a_name_that_is_taken() {
    let world = world();
    make(&world, "one");
    let (two, _) = make(&world, "two");
    world.refused(&world.alpha, Outcome::TokenTaken, create(&world, "one"));
    let rename = Rename { account: world.alpha.id(), token: TokenRef::Id(two.id), to: line("one") };
    world.refused(&world.alpha, Outcome::TokenTaken, rename);
}

fn refused_beyond_what_an_account_may_have() {
    let world = world();
    for number in 0..20 {
        make(&world, &format!("token {number}"));
    }
    world.refused(&world.alpha, Outcome::TokensTooMany, create(&world, "one more"));
}

fn refused_for_whoever_came_by_a_token() {
    let world = world();
    let (token, text) = make(&world, "one");
    let actor = log_in(&world, Realm::Enom, "alpha", &text).unwrap();
    let account = actor.id();
    world.refused(&actor, Outcome::PasswordRequired, create(&world, "two"));
    world.refused(&actor, Outcome::PasswordRequired, Revoke { account, token: TokenRef::Id(token.id) });
    world.denied(&actor, Outcome::PasswordRequired, List { account, only: None });
}

fn refused_for_what_does_not_exist() {
    let world = world();
    let account = world.alpha.id();
    let none = || TokenRef::Id(ApiTokenId(7));
    world.refused(&world.alpha, Outcome::TokenUnknown, Revoke { account, token: none() });
    let to = Line::parse("x", 64).unwrap();
    world.refused(&world.alpha, Outcome::TokenUnknown, Rename { account, token: none(), to });
    world.denied(&world.alpha, Outcome::TokenUnknown, List { account, only: Some(none()) });
}
