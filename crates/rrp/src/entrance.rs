//! Who comes in: by login and password, or by a session that was opened with them.

use edge::Desk;
use edge::http::Peer;
use engine::guard::{LockGuard, RequestGuard, SessionId, Sessions};
use engine::model::{AccountName, Instant, OperationId, Realm, Secret};
use engine::ops::account::{Attempt, Claim, FindLogin};
use engine::ops::subaccount::ActFor;
use engine::{Actor, Failure, Field, Outcome, Refusal, Request};

use crate::params::missing;
use crate::request::Connection;

/// The door, and what is known of those who came through it.
#[derive(Default)]
pub(crate) struct Entrance {
    /// With each session the login that it was opened with.
    pub(crate) sessions: Sessions<String>,
    pub(crate) errors: RequestGuard,
}

/// Somebody who came in.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    /// On whose behalf what follows is done.
    pub(crate) actor: Actor,
    /// The login name that was used.
    pub(crate) login: String,
    /// The session that was shown, if it was one.
    pub(crate) session: Option<SessionId>,
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
    /// Finds out who knocks. The order of checks: the session, or the password; whether the account is locked, by this request
    /// too; whether it may act for the account that it names.
    ///
    /// # Errors
    /// Why not.
    pub(crate) async fn admit(&self, knock: &Knock<'_>, connection: &Connection) -> Result<Visitor, Failure> {
        let visitor = match &connection.session {
            Some(id) => self.by_session(id, connection, knock.now)?,
            None => by_password(knock, connection).await?,
        };
        knock.lock.request(&visitor.actor.account, knock.now)?;
        let Some(user) = &connection.user else { return Ok(visitor) };
        let account = AccountName::Login(Realm::Rrp, login_name(user));
        let request = Request::new(visitor.actor.clone(), knock.operation);
        let actor = knock.desk.query(request, ActFor { account }).await?.answer;
        Ok(Visitor { actor, ..visitor })
    }

    /// A session is of no use to another login than that which opened it.
    fn by_session(&self, id: &Secret, connection: &Connection, now: Instant) -> Result<Visitor, Refusal> {
        let unknown = || Refusal::new(Outcome::SessionUnknown);
        let id = SessionId::parse(id.expose()).ok_or_else(unknown)?;
        let (actor, login) = self.sessions.enter(id, now)?;
        if connection.login.as_deref().is_some_and(|shown| login_name(shown) != login) {
            return Err(unknown());
        }
        Ok(Visitor { actor, login, session: Some(id) })
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
        from: knock.peer.address.ip(),
        certificate: knock.peer.certificate.map(|fingerprint| fingerprint.to_string()),
    };
    let nobody = || Request::new(Actor::nobody(), knock.operation);
    match knock.desk.log_in(nobody(), attempt).await {
        Ok(actor) => Ok(Visitor { actor, login, session: None }),
        Err(failure) => {
            if is_wrong_password(&failure) {
                let find = FindLogin { realm: Realm::Rrp, login };
                let record = knock.desk.query(nobody(), find).await?.answer;
                record.iter().for_each(|record| knock.lock.note_failure(record.account.id, knock.now));
            }
            Err(failure)
        }
    }
}

fn is_wrong_password(failure: &Failure) -> bool {
    matches!(failure, Failure::Refused(refusals) if refusals.first().outcome == Outcome::AuthenticationFailed)
}

/// A login name as it is kept: in small letters, a role behind a colon, as which HEXONET writes an exclamation mark.
fn login_name(text: &str) -> String {
    text.trim().to_ascii_lowercase().replacen('!', ":", 1)
}
