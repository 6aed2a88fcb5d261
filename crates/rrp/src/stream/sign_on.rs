//! `session`: somebody logs in.

use engine::model::{OperationId, Realm, Secret};
use engine::ops::account::{Attempt, Claim, NewSecret, Second, SetPassword};
use engine::{Actor, Failure, Outcome, Refusal, Request};

use super::message::Message;
use super::session::{Open, Session, State, reply};
use crate::answer::Ended;
use crate::columns::Columns;
use crate::entrance::Visitor;

/// What comes with `session`.
struct Login {
    name: String,
    password: Secret,
    new_password: Option<Secret>,
}

impl Session {
    /// Logs in. After a failure there is one more attempt.
    pub(super) async fn log_in(&mut self, message: &Message, id: OperationId) -> Ended {
        let login = login(message)?;
        match self.enter(&login, Request::new(Actor::nobody(), id)).await {
            Ok(open) => {
                self.state = State::Open(Box::new(open));
                Ok(reply(Outcome::LoggedIn, Columns::new()))
            }
            Err(failure) => {
                if let State::Before { failures } = &mut self.state {
                    *failures += 1;
                }
                Err(failure)
            }
        }
    }

    async fn enter(&self, login: &Login, request: Request) -> Result<Open, Failure> {
        let attempt = Attempt {
            realm: Realm::Rrp,
            login: login.name.clone(),
            claim: Claim::Password(login.password.clone()),
            second: Second::Nothing,
            from: self.from,
            certificate: self.certificate.map(|fingerprint| fingerprint.to_string()),
        };
        let (rules, now) = (self.server.rules.in_force(), self.server.desk.engine().now());
        let actor = self.server.desk.log_in_counted(request.clone(), attempt, (&rules.lock, now)).await?;
        rules.lock.request(&actor.account, now)?;
        let place = self.server.settings.sessions.admit(&actor, self.from)?;
        self.set_password(login, &actor, request).await?;
        let visitor = Visitor { actor, login: login.name.clone(), user: None, session: None };
        Ok(Open { visitor, _place: place, _live: self.server.live.enter() })
    }

    async fn set_password(&self, login: &Login, actor: &Actor, request: Request) -> Result<(), Failure> {
        let Some(password) = &login.new_password else { return Ok(()) };
        let hash = self.server.desk.hash(password.clone()).await?;
        let (account, secret) = (actor.id(), NewSecret::Hashed(hash));
        let set = SetPassword { account, realm: Realm::Rrp, login: login.name.clone(), secret };
        self.server.desk.command(Request { actor: actor.clone(), ..request }, set).await.map(drop)
    }
}

/// # Errors
/// `option_unknown`, `option_missing`, `new_password_unacceptable`.
fn login(message: &Message) -> Result<Login, Refusal> {
    let known = ["id", "password", "newpassword"];
    if let Some((option, _)) = message.options.iter().find(|(option, _)| !known.contains(&option.as_str())) {
        return Err(Refusal::new(Outcome::OptionUnknown).value(format!("-{option}")));
    }
    let option =
        |name: &str| message.options.iter().find(|(option, _)| option == name).map(|(_, value)| value);
    let needed = |name: &str, shown: &str, beside: &str| {
        let missing = Refusal::new(Outcome::OptionMissing).fact("parameter", shown).fact("beside", beside);
        option(name).filter(|value| !value.is_empty()).ok_or(missing)
    };
    let name = needed("id", "-Id", "-Password")?.to_ascii_lowercase();
    let password = Secret::new(needed("password", "-Password", "-Id")?);
    let new_password = option("newpassword").map(|text| Secret::chosen(text)).transpose()?;
    Ok(Login { name, password, new_password })
}
