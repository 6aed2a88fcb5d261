use outcomes::{Field, Outcome};

use crate::{
    Failure, Refusal, Writing,
    model::{AccountId, Credential, LoginName, Realm},
    ops::account::NewSecret,
    ports::store::Inserted,
};

/// A login of an account's own that is set: a new one, or a new password for one that it has.
#[derive(Clone, Debug)]
pub struct NewLogin {
    /// In which realm.
    pub realm: Realm,
    /// The login name.
    pub name: LoginName,
    /// The password.
    pub secret: NewSecret,
}

impl NewLogin {
    /// # Errors
    /// `account_taken` when it is another account's.
    pub(super) fn set(&self, cx: &Writing<'_>, account: AccountId) -> Result<(), Failure> {
        let kept = cx.store.credential(self.realm, self.name.as_str())?;
        let credential = Credential {
            realm: self.realm,
            login: self.name.as_str().to_owned(),
            account,
            proof: self.secret.proof(cx, account)?,
            set_at: cx.now,
            one_time_key: kept.and_then(|kept| kept.one_time_key),
            role: None,
        };
        if cx.store.put_credential(&credential)? == Inserted::Taken {
            let refusal = Refusal::new(Outcome::AccountTaken).at(Field::Login);
            return Err(refusal.value(&credential.login).into());
        }
        Ok(())
    }
}
