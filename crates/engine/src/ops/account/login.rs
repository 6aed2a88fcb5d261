use std::net::IpAddr;

use outcomes::{Field, Operation as Name, Outcome};

use super::password::{NOBODY, verify_password};
use crate::{
    Actor, Done, Engine, Failure, Operation, Query, Reading, Refusal,
    model::{Account, AccountState, Credential, Realm, Secret},
};

/// Looks up what is needed to judge a login attempt. Answers `None` for an unknown login name, which is no refusal
/// yet: [`Attempt::judge`] treats it as a wrong password.
///
/// Changes, bills and notifies nothing. Nothing to check. Run on behalf of any actor.
#[derive(Clone, Debug)]
pub struct FindLogin {
    /// Where the login is tried.
    pub realm: Realm,
    /// The login name.
    pub login: String,
}

/// An account with the credential that opens it.
#[derive(Clone, Debug)]
pub struct LoginRecord {
    /// The account.
    pub account: Account,
    /// The credential.
    pub credential: Credential,
}

impl Operation for FindLogin {
    type Answer = Option<LoginRecord>;
    const NAME: Name = Name::AccountLogin;
    const OUTCOMES: &'static [Outcome] = &[Outcome::AccountsListed];

    fn object(&self) -> &str {
        &self.login
    }
}

impl Query for FindLogin {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let credential = cx.store.credential(self.realm, &self.login)?;
        let account =
            credential.as_ref().map(|credential| cx.store.account(credential.account)).transpose()?.flatten();
        let record = account.zip(credential).map(|(account, credential)| LoginRecord { account, credential });
        Ok(Done::new(Outcome::AccountsListed, record))
    }
}

/// Someone claims to act for an account.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// Where.
    pub realm: Realm,
    /// The login name.
    pub login: String,
    /// The password.
    pub password: Secret,
    /// From which address.
    pub from: IpAddr,
    /// The SHA-256 fingerprint of the client certificate that was shown, if any.
    pub certificate: Option<String>,
}

impl Attempt {
    /// Whether [`Attempt::judge`] will be quick, because the password was verified lately.
    pub fn is_remembered(&self, engine: &Engine, record: Option<&LoginRecord>) -> bool {
        record.is_some_and(|record| engine.verified().holds(&record.credential, &self.password, engine.now()))
    }

    /// Decides. Costs an Argon2 computation unless the password is remembered: not for an asynchronous thread.
    ///
    /// Checks, in this order: whether attempts are throttled, the password, the address, the certificate, whether the
    /// account may work. Whether the login name or the password was wrong cannot be told, not even by the time it
    /// takes.
    ///
    /// # Errors
    /// `logins_throttled`, `authentication_failed`, `address_not_permitted`, `certificate_required`,
    /// `certificate_mismatch`, `account_suspended`.
    pub fn judge(&self, engine: &Engine, record: Option<LoginRecord>) -> Result<Actor, Refusal> {
        let guard = engine.login_guard();
        let wait = guard.wait(self.realm, &self.login, self.from, engine.now());
        if wait > 0 {
            let refusal = Refusal::new(Outcome::LoginsThrottled).at(Field::Login).value(&self.login);
            return Err(refusal.fact("seconds", (wait + 999) / 1000));
        }
        let Some(record) = self.verify(engine, record) else {
            guard.note_failure(self.realm, &self.login, self.from, engine.now());
            return Err(Refusal::new(Outcome::AuthenticationFailed).at(Field::Login).value(&self.login));
        };
        guard.note_success(self.realm, &self.login, self.from);
        self.admit(record.account)
    }

    fn verify(&self, engine: &Engine, record: Option<LoginRecord>) -> Option<LoginRecord> {
        let Some(record) = record else {
            verify_password(&self.password, NOBODY);
            return None;
        };
        if engine.verified().holds(&record.credential, &self.password, engine.now()) {
            return Some(record);
        }
        if !verify_password(&self.password, &record.credential.hash) {
            return None;
        }
        engine.verified().remember(&record.credential, &self.password, engine.now());
        Some(record)
    }

    fn admit(&self, account: Account) -> Result<Actor, Refusal> {
        if !account.admits(self.from) {
            return Err(Refusal::new(Outcome::AddressNotPermitted).value(self.from.to_canonical()));
        }
        if !account.admits_certificate(self.certificate.as_deref()) {
            return Err(self.certificate.as_deref().map_or_else(
                || Refusal::new(Outcome::CertificateRequired),
                |shown| Refusal::new(Outcome::CertificateMismatch).value(shown),
            ));
        }
        match account.state {
            AccountState::Active => Ok(Actor::new(account)),
            AccountState::Suspended => Err(Refusal::new(Outcome::AccountSuspended).value(&account.clid)),
        }
    }
}
