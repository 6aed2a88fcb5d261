use outcomes::{Field, Operation as Name, Outcome};

use super::login_of;
use crate::{Command, Done, Failure, Operation, Refusal, Writing, model::Realm};

/// Removes a role of the actor's account. Sessions that are open stay open.
///
/// Changes: the credential. Bills and notifies nothing. Checks, in this order: the name; whether there is such a role.
#[derive(Clone, Debug)]
pub struct Remove {
    /// Where it can log in.
    pub realm: Realm,
    /// Its name within the account.
    pub role: String,
}

impl Operation for Remove {
    type Answer = ();
    const NAME: Name = Name::RoleRemove;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::RoleRemoved, Outcome::LoginMalformed, Outcome::RoleUnknown];

    fn object(&self) -> &str {
        &self.role
    }
}

impl Command for Remove {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let login = login_of(cx, self.realm, &self.role)?;
        if cx.store.remove_credential(cx.actor.id(), self.realm, login.as_str())? {
            return Ok(Done::new(Outcome::RoleRemoved, ()));
        }
        Err(Refusal::new(Outcome::RoleUnknown).at(Field::Role).value(&self.role).into())
    }
}
