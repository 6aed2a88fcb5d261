//! `GetAccountInfo`: the account, or one below it.

use engine::model::{AccountName, AccountState, Realm};
use engine::ops::subaccount::{Info, SubaccountView};

use super::book;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, params: Params) -> Ended {
    let account =
        params.text("Account").map(|login| AccountName::Login(Realm::Enom, login.to_ascii_lowercase()));
    params.finish(Some(()))?;
    let done = call.query(Info { account }).await?;
    Ok(Reply::of(done, |view| Fields::new().group("GetAccountInfo", told(&view))))
}

fn told(view: &SubaccountView) -> Fields {
    let account = &view.account;
    let is_active = account.state == AccountState::Active;
    let fields = Fields::new()
        .one("Account", account.clid.as_str())
        .one("LoginID", login(view))
        .one("AccountStatus", if is_active { "Active" } else { "Suspended" })
        .one("RegDate", moment(account.created_at))
        .one("Balance", view.standing.balance.to_string())
        .one("AvailableBalance", view.standing.left().to_string());
    match &view.book {
        Some(book) => book::told(fields, book),
        None => fields,
    }
}

fn login(view: &SubaccountView) -> &str {
    let own = view.credentials.iter().find(|one| one.realm == Realm::Enom && one.role.is_none());
    own.map_or("", |credential| &credential.login)
}
