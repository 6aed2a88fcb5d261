use outcomes::{Field, Operation as Name, Outcome};

use super::login_of;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{Credential, LoginName, Network, Pattern, Realm, RoleUser},
    ops::account::NewSecret,
    ports::store::Inserted,
};

/// Sets a role of the actor's account. One that is there keeps what is not named. Answers its login name.
///
/// Changes: the credential; sessions that are open keep what they logged in with, where a protocol does not look again.
/// Bills and notifies nothing. Checks, in this order: the name; whether it is there or not, as was expected; for a role that
/// is not there yet, that it is given a password; whether the login name is another account's.
#[derive(Clone, Debug)]
pub struct Set {
    /// Where it can log in.
    pub realm: Realm,
    /// Its name within the account.
    pub role: String,
    /// Whether it has to be there.
    pub expected: Expected,
    /// Its password. Needed for a new role.
    pub secret: Option<NewSecret>,
    /// The commands it may give; empty means none. A new role may give none unless they are named.
    pub commands: Option<Vec<Pattern>>,
    /// Where it may come from; empty means from wherever the account may.
    pub networks: Option<Vec<Network>>,
}

/// What is known of a role that is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It is there already.
    Present,
    /// It is not there yet.
    Absent,
    /// Either.
    Either,
}

impl Operation for Set {
    type Answer = LoginName;
    const NAME: Name = Name::RoleSet;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::RoleSet, Outcome::LoginMalformed, Outcome::RoleUnknown, Outcome::AccountTaken];

    fn object(&self) -> &str {
        &self.role
    }
}

impl Command for Set {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<LoginName>, Failure> {
        let login = login_of(cx, self.realm, &self.role)?;
        let refused = |outcome| Refusal::new(outcome).at(Field::Role).value(&self.role);
        let kept = cx.store.credential(self.realm, login.as_str())?;
        match (self.expected, &kept) {
            (Expected::Present, None) => return Err(refused(Outcome::RoleUnknown).into()),
            (Expected::Absent, Some(_)) => return Err(refused(Outcome::AccountTaken).into()),
            _ => {}
        }
        let (proof, set_at) = match (&self.secret, &kept) {
            (Some(secret), _) => (secret.proof(cx, cx.actor.id())?, cx.now),
            (None, Some(kept)) if kept.account == cx.actor.id() => (kept.proof.clone(), kept.set_at),
            (None, _) => return Err(refused(Outcome::RoleUnknown).into()),
        };
        let one_time_key = kept.as_ref().and_then(|kept| kept.one_time_key.clone());
        let role = self.limits(kept.and_then(|kept| kept.role));
        let credential = Credential {
            realm: self.realm,
            login: login.as_str().to_owned(),
            account: cx.actor.id(),
            proof,
            set_at,
            one_time_key,
            role: Some(role),
        };
        match cx.store.put_credential(&credential)? {
            Inserted::Yes => Ok(Done::new(Outcome::RoleSet, login)),
            Inserted::Taken => Err(refused(Outcome::AccountTaken).into()),
        }
    }
}

impl Set {
    fn limits(&self, kept: Option<RoleUser>) -> RoleUser {
        let kept = kept.unwrap_or_default();
        RoleUser {
            commands: self.commands.clone().unwrap_or(kept.commands),
            networks: self.networks.clone().unwrap_or(kept.networks),
        }
    }
}
