use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading, Refusal,
    model::{LoginName, Realm},
};

/// Tells whether a login name is free.
///
/// Changes, bills and notifies nothing. Checks whether some account has it.
#[derive(Clone, Debug)]
pub struct CheckLogin {
    /// In which realm.
    pub realm: Realm,
    /// The login name.
    pub login: LoginName,
}

impl Operation for CheckLogin {
    type Answer = ();
    const NAME: Name = Name::AccountCheckLogin;
    const OUTCOMES: &'static [Outcome] = &[Outcome::LoginAvailable, Outcome::AccountTaken];

    fn object(&self) -> &str {
        self.login.as_str()
    }
}

impl Query for CheckLogin {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<()>, Failure> {
        if cx.store.credential(self.realm, self.login.as_str())?.is_none() {
            return Ok(Done::new(Outcome::LoginAvailable, ()));
        }
        Err(Refusal::new(Outcome::AccountTaken).at(Field::Login).value(self.login.as_str()).into())
    }
}
