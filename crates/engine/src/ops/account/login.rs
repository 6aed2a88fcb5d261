use std::{fmt, net::IpAddr, sync::Arc};

use outcomes::{Field, Operation as Name, Outcome};

use super::password::{NOBODY, verify_password};
use crate::{
    Actor, Done, Engine, Failure, Fault, Operation, Query, Reading, Refusal,
    model::{Account, AccountState, AuthInfoDigest, Credential, OneTimeKey, Proof, Realm, Secret},
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
    /// What is kept of the tokens that open it as well.
    pub tokens: Vec<AuthInfoDigest>,
}

impl LoginRecord {
    /// Whether a password is one of the tokens.
    fn has_token(&self, password: &Secret, engine: &Engine) -> bool {
        !self.tokens.is_empty() && self.tokens.contains(&engine.token_digest(password, self.account.id))
    }

    /// Who comes in by it, if it may: for whoever has just proved to know its secret, or has shown a session that was
    /// opened by that. Checks, in this order: the address (of the account, then of the role), the certificate, whether the
    /// account may work.
    ///
    /// # Errors
    /// `address_not_permitted`, `certificate_required`, `certificate_mismatch`, `account_suspended`.
    pub fn admit(self, from: IpAddr, certificate: Option<&str>) -> Result<Actor, Refusal> {
        let Self { account, credential: Credential { role, .. }, .. } = self;
        if !account.admits(from) || !role.as_ref().is_none_or(|role| role.admits(from)) {
            return Err(Refusal::new(Outcome::AddressNotPermitted).value(from.to_canonical()));
        }
        if !account.admits_certificate(certificate) {
            return Err(certificate.map_or_else(
                || Refusal::new(Outcome::CertificateRequired),
                |shown| Refusal::new(Outcome::CertificateMismatch).value(shown),
            ));
        }
        match account.state {
            AccountState::Active => Ok(Actor::new(account).limited_to(role)),
            AccountState::Suspended => Err(Refusal::new(Outcome::AccountSuspended).value(&account.clid)),
        }
    }
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
        let Some((account, credential)) = account.zip(credential) else {
            return Ok(Done::new(Outcome::AccountsListed, None));
        };
        // Tokens are the account's own: none opens a role.
        let has_tokens = self.realm.takes_tokens() && credential.role.is_none();
        let tokens = if has_tokens { cx.store.api_tokens(account.id)? } else { Vec::new() };
        let tokens = tokens.into_iter().map(|token| token.digest).collect();
        Ok(Done::new(Outcome::AccountsListed, Some(LoginRecord { account, credential, tokens })))
    }
}

/// What someone sends to prove that it knows a secret.
#[derive(Clone)]
pub enum Claim {
    /// The secret itself.
    Password(Secret),
    /// Something made of the secret; this tells whether it was made of the right one, in constant time.
    Token(Arc<dyn Fn(&Secret) -> bool + Send + Sync>),
}

impl fmt::Debug for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Password(_) => "Password(***)",
            Self::Token(_) => "Token(***)",
        })
    }
}

/// What comes with a claim, where the login needs a one-time password beside.
#[derive(Clone, Debug)]
pub enum Second {
    /// Nothing: a protocol that has no place for one, or a client that sent none.
    Nothing,
    /// A one-time password. It is of no consequence where none is needed.
    Code(Secret),
    /// Only the password is in question: whoever asks is known already.
    Waived,
}

/// Someone claims to act for an account.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// Where.
    pub realm: Realm,
    /// The login name.
    pub login: String,
    /// How it is proved.
    pub claim: Claim,
    /// What comes with it.
    pub second: Second,
    /// From which address.
    pub from: IpAddr,
    /// The SHA-256 fingerprint of the client certificate that was shown, if any.
    pub certificate: Option<String>,
}

impl Attempt {
    /// Whether [`Attempt::judge`] will be quick: a token costs nothing, nor does a password that was verified lately.
    pub fn is_quick(&self, engine: &Engine, record: Option<&LoginRecord>) -> bool {
        match &self.claim {
            Claim::Token(_) => true,
            Claim::Password(password) => record.is_some_and(|record| {
                let Proof::Hash(hash) = &record.credential.proof else { return true };
                record.has_token(password, engine) || engine.verified().holds(hash, password, engine.now())
            }),
        }
    }

    /// Decides. Costs an Argon2 computation unless the password is remembered: not for an asynchronous thread.
    ///
    /// Checks, in this order: whether attempts are throttled, the password, the one-time password if the login needs one,
    /// the address (of the account, then of the role), the certificate, whether the account may work. Whether the login
    /// name, the password or the one-time password was wrong cannot be told, not even by the time it takes.
    ///
    /// # Errors
    /// `logins_throttled`, `authentication_failed`, `address_not_permitted`, `certificate_required`,
    /// `certificate_mismatch`, `account_suspended`; a fault if a secret that was kept cannot be read.
    pub fn judge(&self, engine: &Engine, record: Option<LoginRecord>) -> Result<Actor, Failure> {
        let guard = engine.login_guard();
        let wait = guard.wait(self.realm, &self.login, self.from, engine.now());
        if wait > 0 {
            let refusal = Refusal::new(Outcome::LoginsThrottled).at(Field::Login).value(&self.login);
            return Err(refusal.fact("seconds", (wait + 999) / 1000).into());
        }
        let Some((record, is_by_token)) = self.verify(engine, record)? else {
            guard.note_failure(self.realm, &self.login, self.from, engine.now());
            return Err(Refusal::new(Outcome::AuthenticationFailed)
                .at(Field::Login)
                .value(&self.login)
                .into());
        };
        guard.note_success(self.realm, &self.login, self.from);
        Ok(record.admit(self.from, self.certificate.as_deref())?.by_token(is_by_token))
    }

    /// The record if the claim holds, and whether it was a token. For nobody's login the same work is done, in vain.
    fn verify(
        &self,
        engine: &Engine,
        record: Option<LoginRecord>,
    ) -> Result<Option<(LoginRecord, bool)>, Fault> {
        let Some(record) = record else {
            match &self.claim {
                Claim::Password(password) => drop(verify_password(password, NOBODY)),
                Claim::Token(fits) => drop(fits(&Secret::new(""))),
            }
            return Ok(None);
        };
        let is_by_token = match &self.claim {
            Claim::Password(password) => record.has_token(password, engine),
            Claim::Token(_) => false,
        };
        let holds = is_by_token || self.fits(engine, &record)?;
        let holds = holds && self.has_second(engine, &record)?;
        Ok(holds.then_some((record, is_by_token)))
    }

    /// Whether the claim was made with the secret of the credential.
    fn fits(&self, engine: &Engine, record: &LoginRecord) -> Result<bool, Fault> {
        Ok(match (&self.claim, &record.credential.proof) {
            (Claim::Password(password), Proof::Hash(hash)) => is_hashed(password, hash, engine),
            (Claim::Password(password), Proof::Sealed(sealed)) => {
                *password == engine.unseal(sealed, record.account.id)?
            }
            (Claim::Token(fits), Proof::Sealed(sealed)) => fits(&engine.unseal(sealed, record.account.id)?),
            // Of a hash no token can be made.
            (Claim::Token(_), Proof::Hash(_)) => false,
        })
    }

    /// Whether the one-time password is right, if one is needed. A right one is of no use again.
    fn has_second(&self, engine: &Engine, record: &LoginRecord) -> Result<bool, Fault> {
        let Some(sealed) = &record.credential.one_time_key else { return Ok(true) };
        let code = match &self.second {
            Second::Nothing => return Ok(false),
            Second::Waived => return Ok(true),
            Second::Code(code) => code,
        };
        let key = OneTimeKey::parse(&engine.unseal(sealed, record.account.id)?);
        let key = key.ok_or_else(|| Fault::internal("a key of one-time passwords is none"))?;
        let step = key.fits(code, engine.now());
        Ok(step.is_some_and(|step| engine.used_codes().take(self.realm, &self.login, step)))
    }
}

/// Whether a password is the one that was hashed. One that was verified lately is known without the work.
fn is_hashed(password: &Secret, hash: &str, engine: &Engine) -> bool {
    if engine.verified().holds(hash, password, engine.now()) {
        return true;
    }
    let holds = verify_password(password, hash);
    if holds {
        engine.verified().remember(hash, password, engine.now());
    }
    holds
}
