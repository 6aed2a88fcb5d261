//! Login: from waiting to open.

use engine::{
    Actor, Done, Failure, Outcome, Refusal, Request as Ids,
    model::{OperationId, Secret},
    ops::account::{Attempt, Claim, NewSecret, Second, SetPassword},
};

use super::{Open, Session, State};
use crate::{dialect::Dialect, login::Login};

impl<D: Dialect> Session<D> {
    /// Logs in. A failure counts; the third closes the connection.
    pub(super) async fn log_in(
        &mut self,
        login: Login<D::Services>,
        operation: OperationId,
        client_id: Option<String>,
    ) -> Result<Done<D::Answer>, Failure> {
        let ids = Ids { client_id, ..Ids::new(self.server.nobody.clone(), operation) };
        let failed_logins = self.server.desk.engine().failed_logins(self.server.dialect.realm(), &login.clid);
        let actor = match self.authenticate(&login, ids.clone()).await {
            Err(Failure::Refused(refusals)) if refusals.first().outcome == Outcome::AuthenticationFailed => {
                return Err(self.note_failure(refusals.first().clone()).into());
            }
            other => other?,
        };
        let place = self.server.settings.sessions.admit(&actor, self.from)?;
        self.set_password(&login, &actor, ids).await?;

        let open = Open { actor, services: login.services, _place: place, _live: self.server.live.enter() };
        self.state = State::Open(Box::new(open));
        Ok(Done::new(Outcome::LoggedIn, self.server.dialect.logged_in(failed_logins)))
    }

    async fn authenticate(&self, login: &Login<D::Services>, ids: Ids) -> Result<Actor, Failure> {
        if let Some(password) = &login.new_password {
            Secret::chosen(password.expose())?;
        }
        let attempt = Attempt {
            realm: self.server.dialect.realm(),
            login: login.clid.clone(),
            claim: Claim::Password(login.password.clone()),
            second: Second::Nothing,
            from: self.from,
            certificate: self.certificate.map(|fingerprint| fingerprint.to_string()),
        };
        self.server.desk.log_in(ids, attempt).await
    }

    fn note_failure(&mut self, refusal: Refusal) -> Refusal {
        let State::Waiting { failures } = &mut self.state else { return refusal };
        *failures += 1;
        if *failures < MOST_FAILURES {
            return refusal;
        }
        Refusal { outcome: Outcome::AuthenticationFailedClosing, ..refusal }
    }

    /// The new password is good from the next login on.
    async fn set_password(&self, login: &Login<D::Services>, actor: &Actor, ids: Ids) -> Result<(), Failure> {
        let Some(password) = &login.new_password else { return Ok(()) };
        let hash = self.server.desk.hash(password.clone()).await?;
        let (account, secret) = (actor.id(), NewSecret::Hashed(hash));
        let realm = self.server.dialect.realm();
        let set = SetPassword { account, realm, login: login.clid.clone(), secret };
        self.server.desk.command(Ids { actor: actor.clone(), ..ids }, set).await.map(drop)
    }
}

/// Failed logins that end a connection.
const MOST_FAILURES: u32 = 3;
