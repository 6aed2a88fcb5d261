//! Who comes in: by login and password, or by a session that was opened with them.

use edge::Desk;
use edge::http::Peer;
use engine::guard::{LockGuard, RequestGuard, SessionId, Sessions};
use engine::model::{Instant, OperationId, Proof, Realm, RoleLogin, Secret};
use engine::ops::account::{Attempt, Claim, FindLogin, LoginRecord, Second};
use engine::ops::subaccount::ActFor;
use engine::{Actor, Failure, Field, Outcome, Refusal, Request};

use crate::account_name::{login_name, with_login};
use crate::params::missing;
use crate::request::Connection;

/// The door, and what is known of those who came through it.
#[derive(Default)]
pub(crate) struct Entrance {
    pub(crate) sessions: Sessions<Opened>,
    pub(crate) errors: RequestGuard,
}

/// What is kept with a session.
#[derive(Clone)]
pub(crate) struct Opened {
    /// The login name that it was opened with.
    pub(crate) login: String,
    /// What was kept of the password then: with another one the session is of no use any more.
    pub(crate) proof: Proof,
    /// The sub-account that it acts for.
    pub(crate) user: Option<String>,
}

/// Somebody who came in.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    /// On whose behalf what follows is done.
    pub(crate) actor: Actor,
    /// The login name that was used.
    pub(crate) login: String,
    /// The login name of the sub-account that it acts for.
    pub(crate) user: Option<String>,
    /// The session that was shown, if it was one.
    pub(crate) session: Option<SessionId>,
}

impl Visitor {
    /// The role that it came in as, if it did.
    pub(crate) fn role(&self) -> Option<RoleLogin> {
        self.actor.role.as_ref().map(|_| RoleLogin { realm: Realm::Rrp, login: self.login.clone() })
    }

    /// The login name of the account on whose behalf it comes, a role's own name left out.
    pub(crate) fn shown(&self) -> String {
        let login = self.user.as_deref().unwrap_or(&self.login);
        login.split(':').next().unwrap_or(login).to_owned()
    }
}

/// A knock on the door.
pub(crate) struct Knock<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) lock: &'a LockGuard,
    pub(crate) peer: Peer,
    pub(crate) operation: OperationId,
    pub(crate) now: Instant,
}

impl Entrance {
    /// Finds out who knocks. The order of checks: the session, or the password; whether the account is locked, by
    /// this request too; whether it may act for the account that it names.
    ///
    /// # Errors
    /// Why not.
    pub(crate) async fn admit(&self, knock: &Knock<'_>, connection: &Connection) -> Result<Visitor, Failure> {
        let visitor = match &connection.session {
            Some(id) => self.by_session(id, connection, knock).await?,
            None => by_password(knock, connection).await?,
        };
        knock.lock.request(&visitor.actor.account, knock.now)?;
        let user = connection.user.clone().or_else(|| visitor.user.clone());
        knock.act_for(visitor, user).await
    }

    /// A session is of no use to another login than that which opened it. It spares the password alone: whether the account
    /// may still come in, and as what, is looked up for each request, as it is with a password.
    async fn by_session(
        &self,
        id: &Secret,
        connection: &Connection,
        knock: &Knock<'_>,
    ) -> Result<Visitor, Failure> {
        let unknown = || Refusal::new(Outcome::SessionUnknown);
        let id = SessionId::parse(id.expose()).ok_or_else(unknown)?;
        let (_, Opened { login, proof, user }) = self.sessions.enter(id, knock.now)?;
        if connection.login.as_deref().is_some_and(|shown| login_name(shown) != login) {
            return Err(unknown().into());
        }
        let record = knock.look_up(&login).await?.filter(|record| record.credential.proof == proof);
        let Some(record) = record else {
            self.sessions.end(id, knock.now)?;
            return Err(unknown().into());
        };
        let actor = record.admit(knock.peer.address.ip(), knock.certificate().as_deref())?;
        Ok(Visitor { actor, login, user, session: Some(id) })
    }
}

impl Knock<'_> {
    /// The same visitor acting for a sub-account, if one is named.
    ///
    /// # Errors
    /// `account_unknown`, `account_of_another`, `account_suspended`.
    pub(crate) async fn act_for(&self, visitor: Visitor, user: Option<String>) -> Result<Visitor, Failure> {
        let Some(user) = user else { return Ok(visitor) };
        let request = Request::new(visitor.actor.clone(), self.operation);
        let actor = self.desk.query(request, ActFor { account: with_login(&user) }).await?.answer;
        Ok(Visitor { actor, user: Some(user), ..visitor })
    }

    async fn look_up(&self, login: &str) -> Result<Option<LoginRecord>, Failure> {
        let find = FindLogin { realm: Realm::Rrp, login: login.to_owned() };
        Ok(self.desk.query(self.nobody(), find).await?.answer)
    }

    fn nobody(&self) -> Request {
        Request::new(Actor::nobody(), self.operation)
    }

    fn certificate(&self) -> Option<String> {
        self.peer.certificate.map(|fingerprint| fingerprint.to_string())
    }
}

async fn by_password(knock: &Knock<'_>, connection: &Connection) -> Result<Visitor, Failure> {
    let login = connection.login.as_deref().ok_or_else(|| missing("S_LOGIN", Field::Login))?;
    let password = connection.password.clone().ok_or_else(|| missing("S_PW", Field::Credential))?;
    let login = login_name(login);
    let attempt = Attempt {
        realm: Realm::Rrp,
        login: login.clone(),
        claim: Claim::Password(password),
        second: connection.one_time.clone().map_or(Second::Nothing, Second::Code),
        from: knock.peer.address.ip(),
        certificate: knock.certificate(),
    };
    let actor = knock.desk.log_in_counted(knock.nobody(), attempt, (knock.lock, knock.now)).await?;
    Ok(Visitor { actor, login, user: None, session: None })
}
