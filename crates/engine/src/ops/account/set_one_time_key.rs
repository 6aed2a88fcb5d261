use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{AccountId, OneTimeKey, Realm},
};

/// Has a login need a one-time password beside its password from now on, or no longer.
///
/// Changes: the credential; sessions that are open stay so. Bills and notifies nothing. Checks whether the account has such
/// a login.
#[derive(Clone, Debug)]
pub struct SetOneTimeKey {
    /// Whose.
    pub account: AccountId,
    /// In which realm.
    pub realm: Realm,
    /// The login name.
    pub login: String,
    /// The key; `None`: the password is enough.
    pub key: Option<OneTimeKey>,
}

impl Operation for SetOneTimeKey {
    type Answer = ();
    const NAME: Name = Name::AccountSetOneTimeKey;
    const OUTCOMES: &'static [Outcome] = &[Outcome::AccountUpdated, Outcome::AccountUnknown];

    fn object(&self) -> &str {
        &self.login
    }
}

impl Command for SetOneTimeKey {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let unknown = || Refusal::new(Outcome::AccountUnknown).at(Field::Login).value(&self.login);
        let kept = cx.store.credential(self.realm, &self.login)?;
        let mut credential = kept.filter(|kept| kept.account == self.account).ok_or_else(unknown)?;
        let key = self.key.as_ref().map(|key| cx.seal(&key.text(), self.account));
        credential.one_time_key = key.transpose()?;
        cx.store.put_credential(&credential)?;
        Ok(Done::new(Outcome::AccountUpdated, ()))
    }
}
