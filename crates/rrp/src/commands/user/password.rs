//! `ModifyUserPassword`: another password for the login that is used, or for an account below. Sessions that were opened
//! with the old one are of no use from then on.

use engine::model::{AccountName, Realm, Secret};
use engine::ops::account::{Attempt, Claim, NewSecret, Second, SetPassword};
use engine::ops::subaccount::Info;
use engine::{Actor, Failure, Field, Request};

use crate::account_name::{named, shown};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let below = named(&mut params).or_else(|| acted_for(call));
    let old = params.text("OLDPASSWORD").map(Secret::new);
    if below.is_none() && old.is_none() {
        params.add(missing("OLDPASSWORD", Field::Credential));
    }
    let password = params.need("PASSWORD", Field::NewPassword, Secret::chosen);
    let password = params.finish(password)?;
    let (account, login) = match below {
        Some(account) => {
            let view = call.query(Info { account: Some(account) }).await?.answer;
            (view.account.id, shown(&view.account.clid, &view.credentials))
        }
        None => (call.actor().id(), call.visitor.login.clone()),
    };
    if let Some(old) = old {
        verify(call, login.clone(), old).await?;
    }
    let secret = NewSecret::Hashed(call.desk.hash(password).await?);
    let set = SetPassword { account, realm: Realm::Rrp, login: login.clone(), secret };
    call.command(set).await.map(|done| Reply::about(done, "user", login))
}

/// The sub-account that the request acts for. Its password is not the one that the request came with.
fn acted_for(call: &Call<'_>) -> Option<AccountName> {
    let is_acting = call.visitor.user.is_some();
    is_acting.then(|| AccountName::Clid(call.actor().account.clid.clone()))
}

/// Whoever says the password of a login has to say the right one. Wrong ones count as failed logins.
///
/// # Errors
/// See [`Attempt::judge`].
pub(super) async fn verify(call: &Call<'_>, login: String, password: Secret) -> Result<(), Failure> {
    let claim = Claim::Password(password);
    let (second, from) = (Second::Waived, call.from);
    let attempt = Attempt { realm: Realm::Rrp, login, claim, second, from, certificate: None };
    let request = Request::new(Actor::nobody(), call.request.operation);
    call.desk.log_in(request, attempt).await.map(drop)
}
