//! Looking a login up, and judging an attempt.

use std::{net::IpAddr, sync::Arc};

use engine::{
    Actor, Failure, Outcome, Refusal,
    model::{AccountState, Network, OneTimeKey, Realm},
    ops::account::{
        Attempt, Claim, Cost, FindLogin, LoginRecord, NewSecret, Second, SetOneTimeKey, SetPassword, Update,
    },
};

use super::{clid, operator};
use crate::fixture::{World, secret};

cases! {
    success_finds_the_record_or_nothing
    success_admits_with_the_right_password
    success_in_its_own_realm_only
    success_remembers_the_password_for_a_while
    refused_after_a_password_change_though_remembered
    refused_alike_for_a_wrong_password_and_an_unknown_login
    refused_from_addresses_not_listed
    refused_without_the_certificate
    refused_while_suspended
    refused_for_the_password_before_all_else
    refused_for_the_address_before_the_certificate_before_the_suspension
    refused_after_ten_failures_until_time_has_passed
    success_from_elsewhere_while_an_address_is_throttled
    success_forgets_the_failures_of_its_address
    refused_remembered_passwords_while_throttled
    refused_from_an_address_that_tried_many_names
    success_with_what_is_made_of_a_shared_secret
    refused_when_it_is_made_of_another
    success_with_a_one_time_password
    success_without_where_the_password_alone_is_asked
    success_once_the_key_is_gone
    refused_without_the_right_one_time_password
    refused_for_keys_of_no_login
}

const HERE: &str = "192.0.2.1";

/// A world in which ALPHA can log in.
fn world() -> World {
    let world = World::new();
    set_password(&world, "alpha-secret");
    world
}

fn set_password(world: &World, password: &str) {
    set_in(world, Realm::Epp, password);
}

fn set_in(world: &World, realm: Realm, password: &str) {
    let secret = NewSecret::of(realm, &secret(password), Cost::Published, world.engine.entropy()).unwrap();
    let alpha = SetPassword { account: world.alpha.id(), realm, login: "ALPHA".into(), secret };
    world.done(&operator(), Outcome::PasswordSet, alpha);
}

fn change(world: &World, change: impl FnOnce(&mut Update)) {
    let mut update = Update::of(clid("ALPHA"));
    change(&mut update);
    world.done(&operator(), Outcome::AccountUpdated, update);
}

fn attempt(password: &str) -> Attempt {
    Attempt {
        realm: Realm::Epp,
        login: "ALPHA".into(),
        claim: Claim::Password(secret(password)),
        second: Second::Nothing,
        from: HERE.parse().unwrap(),
        certificate: None,
    }
}

fn record(world: &World, attempt: &Attempt) -> Option<LoginRecord> {
    let find = FindLogin { realm: attempt.realm, login: attempt.login.clone() };
    world.found(&operator(), Outcome::AccountsListed, find)
}

fn judge(world: &World, attempt: &Attempt) -> Result<Actor, Refusal> {
    attempt.judge(&world.engine, record(world, attempt)).map_err(|failure| match failure {
        Failure::Refused(refusals) => refusals.first().clone(),
        Failure::Fault(fault) => panic!("{fault}"),
    })
}

#[track_caller]
fn assert_refused(world: &World, attempt: &Attempt, outcome: Outcome) -> Refusal {
    let refusal = judge(world, attempt).unwrap_err();
    assert_eq!(refusal.outcome, outcome);
    refusal
}

fn success_finds_the_record_or_nothing() {
    let world = world();
    let found = record(&world, &attempt("whatever")).unwrap();
    assert_eq!((found.account.id, found.credential.account), (world.alpha.id(), world.alpha.id()));
    assert!(record(&world, &Attempt { login: "alpha".into(), ..attempt("") }).is_none(), "exact case only");
    assert!(record(&world, &Attempt { realm: Realm::Enom, ..attempt("") }).is_none());
}

fn success_admits_with_the_right_password() {
    let world = world();
    let actor = judge(&world, &attempt("alpha-secret")).unwrap();
    assert_eq!(actor.account, world.alpha.account);
}

/// A claim that holds for one secret only, as a hash made of it would.
fn made_of(secret: &'static str) -> Attempt {
    let fits = move |kept: &engine::model::Secret| kept.expose() == secret;
    Attempt { realm: Realm::Wapi, claim: Claim::Token(Arc::new(fits)), ..attempt("") }
}

fn success_with_what_is_made_of_a_shared_secret() {
    let world = world();
    set_in(&world, Realm::Wapi, "wapi-secret");
    assert!(made_of("wapi-secret").is_quick(&world.engine, None), "no hash has to be made");
    assert_eq!(judge(&world, &made_of("wapi-secret")).unwrap().account, world.alpha.account);
    let sent_itself = Attempt { realm: Realm::Wapi, ..attempt("wapi-secret") };
    assert!(judge(&world, &sent_itself).is_ok(), "whoever knows the secret may as well say it");
}

fn refused_when_it_is_made_of_another() {
    let world = world();
    assert_refused(&world, &made_of(""), Outcome::AuthenticationFailed);
    set_in(&world, Realm::Wapi, "wapi-secret");
    assert_refused(&world, &made_of("alpha-secret"), Outcome::AuthenticationFailed);
    let of_a_hash = Attempt { realm: Realm::Epp, ..made_of("alpha-secret") };
    assert_refused(&world, &of_a_hash, Outcome::AuthenticationFailed);
}

fn success_in_its_own_realm_only() {
    let world = world();
    let elsewhere = Attempt { realm: Realm::Rrp, ..attempt("alpha-secret") };
    assert_refused(&world, &elsewhere, Outcome::AuthenticationFailed);
}

fn success_remembers_the_password_for_a_while() {
    let world = world();
    let right = attempt("alpha-secret");
    let record = record(&world, &right);
    let remembered = |attempt: &Attempt| attempt.is_quick(&world.engine, record.as_ref());
    assert!(!remembered(&right));
    judge(&world, &right).unwrap();
    assert!(remembered(&right) && !remembered(&attempt("alpha-secreT")));
    assert!(!right.is_quick(&world.engine, None), "an unknown login is never remembered");
    world.pass_days(1);
    assert!(!remembered(&right));
    judge(&world, &right).unwrap();
}

fn refused_after_a_password_change_though_remembered() {
    let world = world();
    judge(&world, &attempt("alpha-secret")).unwrap();
    set_password(&world, "new-secret");
    assert!(!attempt("alpha-secret").is_quick(&world.engine, record(&world, &attempt("")).as_ref()));
    assert_refused(&world, &attempt("alpha-secret"), Outcome::AuthenticationFailed);
    judge(&world, &attempt("new-secret")).unwrap();
}

/// What is told must not differ. That the work does not differ either is seen by the memory that Argon2 takes: an
/// unknown login costs a computation of full cost, many times that of the published password of this account.
fn refused_alike_for_a_wrong_password_and_an_unknown_login() {
    let world = world();
    let wrong = assert_refused(&world, &attempt("wrong"), Outcome::AuthenticationFailed);
    let stranger = Attempt { login: "STRANGER".into(), ..attempt("wrong") };
    let unknown = assert_refused(&world, &stranger, Outcome::AuthenticationFailed);
    assert_eq!((wrong.field, wrong.facts), (unknown.field, unknown.facts));
    assert_eq!(world.engine.failed_logins(Realm::Epp, "ALPHA"), 1);
    assert_eq!(world.engine.failed_logins(Realm::Epp, "STRANGER"), 1);
    assert!(
        time_of(|| judge(&world, &stranger).unwrap_err()) > 5 * time_of(|| judge(&world, &attempt("no"))),
        "an unknown login has to cost what a password of full cost costs"
    );
}

/// The shortest of a few runs.
#[allow(clippy::disallowed_methods)] // how long the processor works is what is measured
fn time_of<T>(mut work: impl FnMut() -> T) -> std::time::Duration {
    let run = |_| {
        let start = std::time::Instant::now();
        work();
        start.elapsed()
    };
    (0..3).map(run).min().unwrap()
}

fn refused_from_addresses_not_listed() {
    let world = world();
    change(&world, |account| account.networks = Some(vec![Network::parse("198.51.100.0/24").unwrap()]));
    let refusal = assert_refused(&world, &attempt("alpha-secret"), Outcome::AddressNotPermitted);
    assert_eq!(refusal.value.as_deref(), Some(HERE));
    for (from, admitted) in [("198.51.100.9", true), ("::ffff:198.51.100.9", true), ("2001:db8::1", false)] {
        let attempt = Attempt { from: from.parse().unwrap(), ..attempt("alpha-secret") };
        assert_eq!(judge(&world, &attempt).is_ok(), admitted, "{from}");
    }
}

fn refused_without_the_certificate() {
    let world = world();
    let (pinned, other) = ("ab".repeat(32), "cd".repeat(32));
    change(&world, |account| account.certificates = Some(vec![pinned.clone()]));
    assert_refused(&world, &attempt("alpha-secret"), Outcome::CertificateRequired);
    let with = |shown: &str| Attempt { certificate: Some(shown.into()), ..attempt("alpha-secret") };
    assert_refused(&world, &with(&other), Outcome::CertificateMismatch);
    judge(&world, &with(&pinned)).unwrap();
    judge(&world, &with(&pinned.to_uppercase())).unwrap();
}

fn refused_while_suspended() {
    let world = world();
    change(&world, |account| account.state = Some(AccountState::Suspended));
    assert_refused(&world, &attempt("alpha-secret"), Outcome::AccountSuspended);
    change(&world, |account| account.state = Some(AccountState::Active));
    judge(&world, &attempt("alpha-secret")).unwrap();
}

/// Whoever does not know the password learns nothing of the account.
fn refused_for_the_password_before_all_else() {
    let world = world();
    change(&world, |account| {
        account.networks = Some(vec![Network::parse("198.51.100.0/24").unwrap()]);
        account.certificates = Some(vec!["ab".repeat(32)]);
        account.state = Some(AccountState::Suspended);
    });
    assert_refused(&world, &attempt("wrong"), Outcome::AuthenticationFailed);
}

fn refused_for_the_address_before_the_certificate_before_the_suspension() {
    let world = world();
    change(&world, |account| {
        account.networks = Some(vec![Network::parse("198.51.100.0/24").unwrap()]);
        account.certificates = Some(vec!["ab".repeat(32)]);
        account.state = Some(AccountState::Suspended);
    });
    assert_refused(&world, &attempt("alpha-secret"), Outcome::AddressNotPermitted);
    change(&world, |account| account.networks = Some(Vec::new()));
    assert_refused(&world, &attempt("alpha-secret"), Outcome::CertificateRequired);
    change(&world, |account| account.certificates = Some(Vec::new()));
    assert_refused(&world, &attempt("alpha-secret"), Outcome::AccountSuspended);
}

fn refused_after_ten_failures_until_time_has_passed() {
    let world = world();
    for _ in 0..10 {
        assert_refused(&world, &attempt("wrong"), Outcome::AuthenticationFailed);
    }
    let refusal = assert_refused(&world, &attempt("alpha-secret"), Outcome::LoginsThrottled);
    assert_eq!(refusal.facts, [("seconds", "1".to_owned())]);
    assert_eq!(world.engine.failed_logins(Realm::Epp, "ALPHA"), 10, "what is not heard is no failure");
    let in_a_second = engine::model::Instant::from_millis(world.now().millis() + 1000);
    world.set_clock(in_a_second);
    judge(&world, &attempt("alpha-secret")).unwrap();
}

fn success_from_elsewhere_while_an_address_is_throttled() {
    let world = world();
    for _ in 0..10 {
        assert_refused(&world, &attempt("wrong"), Outcome::AuthenticationFailed);
    }
    let elsewhere: IpAddr = "192.0.2.2".parse().unwrap();
    judge(&world, &Attempt { from: elsewhere, ..attempt("alpha-secret") }).unwrap();
    assert_refused(&world, &attempt("alpha-secret"), Outcome::LoginsThrottled);
}

fn success_forgets_the_failures_of_its_address() {
    let world = world();
    for _ in 0..3 {
        for _ in 0..9 {
            assert_refused(&world, &attempt("wrong"), Outcome::AuthenticationFailed);
        }
        judge(&world, &attempt("alpha-secret")).unwrap();
    }
    assert_eq!(world.engine.failed_logins(Realm::Epp, "ALPHA"), 27, "the day's failures are still counted");
}

fn refused_remembered_passwords_while_throttled() {
    let world = world();
    judge(&world, &attempt("alpha-secret")).unwrap();
    for _ in 0..10 {
        assert_refused(&world, &attempt("wrong"), Outcome::AuthenticationFailed);
    }
    assert_refused(&world, &attempt("alpha-secret"), Outcome::LoginsThrottled);
}

fn refused_from_an_address_that_tried_many_names() {
    let world = world();
    for number in 0..100 {
        let (login, claim) = (format!("N{number}"), Claim::Token(std::sync::Arc::new(|_| false)));
        let unknown = Attempt { login, claim, ..attempt("") };
        assert_refused(&world, &unknown, Outcome::AuthenticationFailed);
    }
    let refusal = assert_refused(&world, &attempt("alpha-secret"), Outcome::LoginsThrottled);
    assert_eq!(refusal.facts, [("seconds", "3600".to_owned())]);
    let elsewhere: IpAddr = "192.0.2.2".parse().unwrap();
    judge(&world, &Attempt { from: elsewhere, ..attempt("alpha-secret") }).unwrap();
    world.set_clock(world.now().plus_millis(3_600_000));
    judge(&world, &attempt("alpha-secret")).unwrap();
}

fn set_key(world: &World, key: Option<OneTimeKey>) {
    let (account, realm, login) = (world.alpha.id(), Realm::Epp, "ALPHA".to_owned());
    world.done(&operator(), Outcome::AccountUpdated, SetOneTimeKey { account, realm, login, key });
}

/// A world in which ALPHA needs one-time passwords of this key.
fn with_key() -> (World, OneTimeKey) {
    let world = world();
    let key = OneTimeKey::generate(world.engine.entropy());
    set_key(&world, Some(key.clone()));
    (world, key)
}

fn sending(code: &str) -> Attempt {
    Attempt { second: Second::Code(secret(code)), ..attempt("alpha-secret") }
}

fn success_with_a_one_time_password() {
    let (world, key) = with_key();
    judge(&world, &sending(&key.code(world.now()))).unwrap();
    world.pass_days(1);
    judge(&world, &sending(&key.code(world.now()))).unwrap();
}

fn success_without_where_the_password_alone_is_asked() {
    let (world, _) = with_key();
    judge(&world, &Attempt { second: Second::Waived, ..attempt("alpha-secret") }).unwrap();
}

fn success_once_the_key_is_gone() {
    let (world, key) = with_key();
    set_password(&world, "alpha-secret");
    assert_refused(&world, &attempt("alpha-secret"), Outcome::AuthenticationFailed);
    set_key(&world, None);
    judge(&world, &attempt("alpha-secret")).unwrap();
    judge(&world, &sending(&key.code(world.now()))).unwrap();
}

fn refused_without_the_right_one_time_password() {
    let (world, key) = with_key();
    let code = key.code(world.now());
    assert_refused(&world, &attempt("alpha-secret"), Outcome::AuthenticationFailed);
    assert_refused(&world, &sending("000000x"), Outcome::AuthenticationFailed);
    let wrong = Attempt { second: Second::Code(secret(&code)), ..attempt("wrong") };
    assert_refused(&world, &wrong, Outcome::AuthenticationFailed);
    judge(&world, &sending(&code)).unwrap();
    assert_refused(&world, &sending(&code), Outcome::AuthenticationFailed);
}

fn refused_for_keys_of_no_login() {
    let world = world();
    for (account, login) in [(world.alpha.id(), "NOBODY"), (world.bravo.id(), "ALPHA")] {
        let set = SetOneTimeKey { account, realm: Realm::Epp, login: login.to_owned(), key: None };
        world.refused(&operator(), Outcome::AccountUnknown, set);
    }
}
