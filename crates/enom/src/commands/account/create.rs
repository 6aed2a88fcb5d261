//! `CreateSubAccount`: opens an account below the account, with a login of its own and no credit yet.

use engine::model::{LoginName, Realm, Secret};
use engine::ops::account::NewSecret;
use engine::ops::subaccount::{NewLogin, Open};
use engine::{Field, Outcome, Refusal};

use super::book;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("NewUID", Field::Login, LoginName::parse);
    let password = password(&mut params);
    let book = book::read(&mut params);
    let (name, password) = params.finish(name.zip(password))?;
    let secret = NewSecret::Hashed(call.desk.hash(password).await?);
    let shown = name.as_str().to_owned();
    let login = NewLogin { realm: Realm::Enom, name, secret };
    let open = Open { above: None, clid: None, name: shown, currency: None, login, book };
    let done = call.command(open).await?;
    Ok(Reply::of(done, |clid| {
        let opened = Fields::new()
            .one("StatusCustomerInfo", "Successful")
            .one("PartyID", clid.as_str())
            .one("Account", clid.as_str());
        Fields::new().group("NewAccount", opened)
    }))
}

/// A new password, sent twice.
pub(super) fn password(params: &mut Params) -> Option<Secret> {
    let text = params.need("NewPW", Field::NewPassword, |text| Ok(text.to_owned()))?;
    let again = params.text("ConfirmPW").map(str::to_owned);
    if again.is_some_and(|again| again.trim() != text) {
        let refusal = Refusal::new(Outcome::ParameterMismatch).at(Field::NewPassword);
        params.add(refusal.fact("parameter", "ConfirmPW").fact("reason", "it is not the same as NewPW"));
    }
    params.take(Field::NewPassword, Secret::chosen_within(&text, LONGEST))
}

/// Characters of a password.
const LONGEST: usize = 20;
