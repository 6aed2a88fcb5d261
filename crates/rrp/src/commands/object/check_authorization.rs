//! `CheckAuthorization`: whether the account may manage an object: it has it, or the object is an account below it.

use engine::model::{Line, Window};
use engine::ops::object::Log;
use engine::ops::subaccount::Info;

use super::class;
use crate::account_name::with_login;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    if params.has("OBJECTCLASS", "USER") {
        return of_user(call, params).await;
    }
    let subject = class::subject(&mut params);
    let window = Window { first: 0, limit: 1 };
    let log = params.finish(subject.map(|subject| Log { subject, window }))?;
    let name = log.subject.name().to_owned();
    // Its log is for whoever may manage it.
    call.query(log).await.map(|done| Reply::about(done, "objectid", name))
}

async fn of_user(call: &Call<'_>, mut params: Params) -> Ended {
    let login = params.required("OBJECTID", engine::Field::Subaccount);
    let login = params.finish(login)?;
    let done = call.query(Info { account: Some(with_login(&login)) }).await?;
    Ok(Reply::of(done, |view| {
        let language = view.book.and_then(|book| book.language);
        Columns::new().one("objectid", login).maybe("language", language.as_ref().map(Line::as_str))
    }))
}
