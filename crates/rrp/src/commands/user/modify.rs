//! `ModifyRegistrar`, `ModifyUser`: changes an account below the account, or the account's own address book and warning.
//! What is not named stays.

use engine::model::{AccountName, AccountState, LoginName, Money, Realm, Secret};
use engine::ops::account::NewSecret;
use engine::ops::subaccount::{Info, NewLogin, SubaccountView, Update};
use engine::{Field, Outcome, Refusal};

use super::add::no_credit;
use super::book;
use crate::account_name::{needed, shown, with_login};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::role::networks;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let Some(login) = needed(&mut params) else { return Err(params.refusals().into()) };
    // What was said of its people is kept where nothing else is said, so it is read first.
    let view = call.query(Info { account: Some(with_login(&login)) }).await?.answer;
    no_credit(&mut params);
    keep_currency(&mut params, &view);
    let password = params.read("PASSWORD", Field::Credential, Secret::chosen);
    let mut update = update(&mut params, &view);
    update.book = book::read(&mut params, view.book.clone());
    let mut update = params.finish(Some(update))?;
    if let Some(password) = password {
        let name = LoginName::parse(&shown(&view.account.clid, &view.credentials))?;
        let secret = NewSecret::Hashed(call.desk.hash(password).await?);
        update.login = Some(NewLogin { realm: Realm::Rrp, name, secret });
    }
    call.command(update).await.map(|done| Reply::about(done, "registrar", login))
}

fn update(params: &mut Params, view: &SubaccountView) -> Update {
    let active = params.flag("ACTIVE");
    let status = params.choice("STATUS", &[("ACTIVE", true), ("INACTIVE", false)]);
    let state = |may| if may { AccountState::Active } else { AccountState::Suspended };
    Update {
        state: active.or(status).map(state),
        networks: networks(params),
        credit_warning: threshold(params, view),
        ..Update::of(AccountName::Clid(view.account.clid.clone()))
    }
}

/// Below how much left the account is warned; empty for the usual.
fn threshold(params: &mut Params, view: &SubaccountView) -> Option<Option<u32>> {
    let text = params.sent("CREDITTHRESHOLD")?;
    if text.is_empty() {
        return Some(None);
    }
    let malformed = || Refusal::new(Outcome::NumberMalformed).value(&text);
    let minor =
        Money::parse(text.trim(), view.account.currency).and_then(|money| u32::try_from(money.minor).ok());
    params.take(Field::Amount, minor.ok_or_else(malformed)).map(Some)
}

/// The currency of an account never changes.
fn keep_currency(params: &mut Params, view: &SubaccountView) {
    let own = view.account.currency.code();
    if let Some(other) = params.text("CURRENCY").filter(|code| !code.eq_ignore_ascii_case(own)) {
        params.add(Refusal::new(Outcome::AttributeFixed).at(Field::Currency).value(other));
    }
}
