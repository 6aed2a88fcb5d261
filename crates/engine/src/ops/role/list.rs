use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{Realm, RoleUser},
};

/// Lists the roles of the actor's account, by realm and name. An account has few, so they are answered whole.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Copy, Debug)]
pub struct List;

/// A role in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleLine {
    /// Where it can log in.
    pub realm: Realm,
    /// Its login name: the account's, a colon, its own.
    pub login: String,
    /// What it is limited to.
    pub limits: RoleUser,
}

impl Operation for List {
    type Answer = Vec<RoleLine>;
    const NAME: Name = Name::RoleList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::RolesListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<RoleLine>>, Failure> {
        let credentials = cx.store.credentials(cx.actor.id())?.into_iter();
        let roles = credentials.filter_map(|credential| {
            let (realm, login) = (credential.realm, credential.login);
            credential.role.map(|limits| RoleLine { realm, login, limits })
        });
        Ok(Done::new(Outcome::RolesListed, roles.collect()))
    }
}
