use outcomes::{Field, Operation as Name, Outcome};

use super::NewSecret;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{AccountId, Credential, Realm},
    ports::store::Inserted,
};

/// Sets the password, or the shared secret, for a login name, which becomes the account's if it was nobody's. A role's stays
/// the role's, and a key of one-time passwords stays too.
///
/// Changes: the credential. Bills and notifies nothing. Checks whether the login name is another account's.
#[derive(Clone, Debug)]
pub struct SetPassword {
    /// Whose.
    pub account: AccountId,
    /// In which realm.
    pub realm: Realm,
    /// The login name.
    pub login: String,
    /// The new password.
    pub secret: NewSecret,
}

impl Operation for SetPassword {
    type Answer = ();
    const NAME: Name = Name::AccountSetPassword;
    const OUTCOMES: &'static [Outcome] = &[Outcome::PasswordSet, Outcome::AccountTaken];

    fn object(&self) -> &str {
        &self.login
    }
}

impl Command for SetPassword {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let kept = cx.store.credential(self.realm, &self.login)?;
        let credential = Credential {
            realm: self.realm,
            login: self.login.clone(),
            account: self.account,
            proof: self.secret.proof(cx, self.account)?,
            set_at: cx.now,
            one_time_key: kept.as_ref().and_then(|kept| kept.one_time_key.clone()),
            role: kept.and_then(|kept| kept.role),
        };
        if cx.store.put_credential(&credential)? == Inserted::Taken {
            return Err(Refusal::new(Outcome::AccountTaken).at(Field::Login).value(&self.login).into());
        }
        Ok(Done::new(Outcome::PasswordSet, ()))
    }
}
