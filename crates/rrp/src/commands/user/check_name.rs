//! `CheckUsername`: whether an account can be opened with a login name.

use engine::Field;
use engine::model::{LoginName, Realm};
use engine::ops::account::CheckLogin;

use crate::account_name::needed;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let login = needed(&mut params);
    let login = login.and_then(|login| params.take(Field::Login, LoginName::parse(&login)));
    let login = params.finish(login)?;
    let shown = login.as_str().to_owned();
    call.query(CheckLogin { realm: Realm::Rrp, login }).await.map(|done| Reply::about(done, "user", shown))
}
