use std::net::IpAddr;

use engine::{
    Actor, Failure, Outcome,
    model::{AccountName, Network, Realm},
    ops::{
        account::{Attempt, Claim, FindLogin, Second, SetPassword},
        role::{Expected, Set},
        subaccount::Info,
    },
};

use super::{hashed, reader, world};
use crate::fixture::{World, secret};

cases! {
    success_logs_in_within_its_limits
    success_keeps_what_is_not_named
    success_is_no_name_of_the_account
    refused_for_no_name_of_a_role
    refused_for_a_new_role_without_password
    refused_where_another_was_expected
    refused_for_the_login_of_another
}

fn log_in(world: &World, password: &str, from: &str) -> Result<Actor, Outcome> {
    let attempt = Attempt {
        realm: Realm::Rrp,
        login: "alpha:reader".into(),
        claim: Claim::Password(secret(password)),
        second: Second::Nothing,
        from: from.parse::<IpAddr>().unwrap(),
        certificate: None,
    };
    let find = FindLogin { realm: attempt.realm, login: attempt.login.clone() };
    let record = world.found(&Actor::nobody(), Outcome::AccountsListed, find);
    attempt.judge(&world.engine, record).map_err(|failure| match failure {
        Failure::Refused(refusals) => refusals.first().outcome,
        Failure::Fault(fault) => panic!("{fault:?}"),
    })
}

fn success_logs_in_within_its_limits() {
    let world = world();
    let login = world.done(&world.alpha, Outcome::RoleSet, reader(&world));
    assert_eq!(login.as_str(), "alpha:reader");
    let actor = log_in(&world, "reader-secret", "192.0.2.1").unwrap();
    assert_eq!(actor.id(), world.alpha.id());
    assert_eq!((actor.may("querydomainlist"), actor.may("StatusDomain")), (Ok(()), Ok(())));
    let refusal = actor.may("DeleteDomain").unwrap_err();
    assert_eq!(
        (refusal.outcome, refusal.value.as_deref()),
        (Outcome::CommandNotPermitted, Some("DeleteDomain"))
    );
    assert_eq!(log_in(&world, "alpha-secret", "192.0.2.1").unwrap_err(), Outcome::AuthenticationFailed);
}

fn success_keeps_what_is_not_named() {
    let world = world();
    world.done(&world.alpha, Outcome::RoleSet, reader(&world));
    let networks = Some(vec![Network::parse("198.51.100.0/24").unwrap()]);
    let here_only = Set { secret: None, commands: None, networks, ..reader(&world) };
    world.done(&world.alpha, Outcome::RoleSet, here_only);
    assert_eq!(log_in(&world, "reader-secret", "192.0.2.1").unwrap_err(), Outcome::AddressNotPermitted);
    let actor = log_in(&world, "reader-secret", "198.51.100.9").unwrap();
    assert_eq!(actor.may("QueryDomainList"), Ok(()));

    let other = SetPassword {
        account: world.alpha.id(),
        realm: Realm::Rrp,
        login: "alpha:reader".into(),
        secret: hashed(&world, "other-secret"),
    };
    world.done(&Actor::nobody(), Outcome::PasswordSet, other);
    let actor = log_in(&world, "other-secret", "198.51.100.9").unwrap();
    assert!(actor.may("AddDomain").is_err(), "with another password it is a role still");
}

fn success_is_no_name_of_the_account() {
    let world = world();
    world.done(&world.alpha, Outcome::RoleSet, reader(&world));
    let account = Some(AccountName::Login(Realm::Rrp, "alpha:reader".into()));
    world.denied(&world.alpha, Outcome::AccountUnknown, Info { account });
}

fn refused_for_no_name_of_a_role() {
    let world = world();
    for role in ["", "a:b", "a b", "žluť"] {
        let set = Set { role: role.into(), ..reader(&world) };
        world.refused(&world.alpha, Outcome::LoginMalformed, set);
    }
}

fn refused_where_another_was_expected() {
    let world = world();
    let expecting = |expected| Set { expected, ..reader(&world) };
    world.refused(&world.alpha, Outcome::RoleUnknown, expecting(Expected::Present));
    world.done(&world.alpha, Outcome::RoleSet, expecting(Expected::Absent));
    world.refused(&world.alpha, Outcome::AccountTaken, expecting(Expected::Absent));
    world.done(&world.alpha, Outcome::RoleSet, expecting(Expected::Present));
}

fn refused_for_a_new_role_without_password() {
    let world = world();
    let set = Set { secret: None, ..reader(&world) };
    world.refused(&world.alpha, Outcome::RoleUnknown, set);
}

fn refused_for_the_login_of_another() {
    let world = world();
    let squatted = SetPassword {
        account: world.bravo.id(),
        realm: Realm::Rrp,
        login: "alpha:reader".into(),
        secret: hashed(&world, "bravo-secret"),
    };
    world.done(&Actor::nobody(), Outcome::PasswordSet, squatted);
    world.refused(&world.alpha, Outcome::AccountTaken, reader(&world));
}
