//! `StatusRegistrar`, `StatusUser`: the account, or one below it, with its credit and whom to write to about it.

use engine::model::{AccountState, Addressee, Clid, Email, Line, Money};
use engine::ops::subaccount::{Info, SubaccountView};

use super::book;
use crate::account_name::{named, shown};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::commands::account::percent;
use crate::face::Face;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    // There are no relations to be told or left out.
    params.choice("RELATIONS", &[("0", ()), ("1", ())]);
    let account = named(&mut params);
    let account = params.finish(Some(account))?;
    let done = call.query(Info { account }).await?;
    Ok(Reply::of(done, |view| match call.face {
        Face::Cnr | Face::Rrp => as_registrar(&view),
        Face::Hexonet => as_user(&view),
    }))
}

fn as_registrar(view: &SubaccountView) -> Columns {
    let book = view.book.clone().unwrap_or_default();
    let owner = book.owner.as_ref();
    let email = owner.and_then(|owner: &Addressee| owner.email.as_ref()).map(Email::as_str);
    let country = owner.and_then(|owner| owner.postal.as_ref()).map(|postal| postal.country.as_str());
    let columns = Columns::new()
        .one("registrar", shown(&view.account.clid, &view.credentials))
        .maybe("parent", view.above.as_ref().map(Clid::as_str))
        .one("status", if view.account.state == AccountState::Active { "ACTIVE" } else { "INACTIVE" })
        .maybe("email", email)
        .maybe("language", book.language.as_ref().map(Line::as_str))
        .maybe("country", country)
        .one("currency", view.account.currency.code())
        .one("created date", moment(view.account.created_at));
    book::told(columns, &book)
}

fn as_user(view: &SubaccountView) -> Columns {
    let (account, standing) = (&view.account, &view.standing);
    let money = |minor| Money::new(minor, account.currency).to_string();
    let columns = Columns::new()
        .one("user", shown(&account.clid, &view.credentials))
        .maybe("parentuser", view.above.as_ref().map(Clid::as_str))
        .one("active", if account.state == AccountState::Active { "1" } else { "0" })
        .one("accountcurrency", account.currency.code())
        .one("accountcurrent", standing.balance.to_string())
        .one("accountcredit", money(account.credit_limit))
        .one("accountdeposit", money(standing.held))
        .one("accountvat", percent(account.terms.vat))
        .one("createddate", moment(account.created_at))
        .many("allowedip", account.networks.iter().map(ToString::to_string).collect());
    book::told(columns, &view.book.clone().unwrap_or_default())
}
