//! `AddRegistrar`, `AddUser`: opens an account below the account, with a login and no credit yet.

use engine::Field;
use engine::model::{Currency, LoginName, Realm, Secret};
use engine::ops::account::NewSecret;
use engine::ops::subaccount::{NewLogin, Open};
use engine::{Outcome, Refusal};

use super::book;
use crate::account_name::needed;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    // It is taxed as the account above it.
    params.ignore(&["VAT"]);
    no_credit(&mut params);
    let login = needed(&mut params);
    let login = login.and_then(|login| params.take(Field::Login, LoginName::parse(&login)));
    let password = params.need("PASSWORD", Field::Credential, Secret::chosen);
    let currency = params.choice("CURRENCY", &Currency::ALL.map(|currency| (currency.code(), currency)));
    let book = book::read(&mut params, None);
    let (name, password) = params.finish(login.zip(password))?;
    let secret = NewSecret::Hashed(call.desk.hash(password).await?);
    let shown = name.as_str().to_owned();
    let login = NewLogin { realm: Realm::Rrp, name, secret };
    let (name, question) = (shown.clone(), None);
    let open = Open { above: None, clid: None, name, currency, login, book, question };
    call.command(open).await.map(|done| Reply::about(done, "registrar", shown))
}

/// Nobody can lend what is the registry's: credit is paid in by `AddAccounting`.
pub(super) fn no_credit(params: &mut Params) {
    let Some(credit) = params.text("CREDIT") else { return };
    if credit.trim_matches(['0', '.']).is_empty() {
        return;
    }
    let refusal = Refusal::new(Outcome::ParameterMismatch).fact("parameter", "credit");
    params.add(refusal.fact("reason", "a sub-account has no credit limit; pay in what it may spend"));
}
