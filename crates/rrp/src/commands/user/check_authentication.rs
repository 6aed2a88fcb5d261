//! `CheckAuthentication`: whether a password is that of the account or of one below it.

use engine::model::Secret;
use engine::ops::subaccount::Info;
use engine::{Done, Field, Outcome};

use super::password::verify;
use crate::account_name::{needed, with_login};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let login = needed(&mut params);
    let password = params.required("PASSWORD", Field::Credential).map(Secret::new);
    let (login, password) = params.finish(login.zip(password))?;
    call.query(Info { account: Some(with_login(&login)) }).await?;
    verify(call, login.clone(), password).await?;
    Ok(Reply::about(Done::new(Outcome::LoggedIn, ()), "user", login))
}
