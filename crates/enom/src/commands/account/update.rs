//! `UpdateAccountInfo`: whom to write to about an account below the account, its password, and the question
//! by which its holder is known.

use engine::model::{AccountName, Realm};
use engine::ops::account::NewSecret;
use engine::ops::subaccount::{NewLogin, Update};
use engine::{Field, Outcome, Refusal};

use super::{book, create, login, question};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let login = params.need("Account", Field::Login, login::read);
    let book = book::read(&mut params);
    let password = params.was_sent("NewPW").then(|| create::password(&mut params)).flatten();
    let question = question::read(&mut params);
    if book.is_none() && question.is_none() && !params.was_sent("NewPW") {
        params.add(Refusal::new(Outcome::UpdateEmpty).at(Field::AccountId));
    }
    let name = params.finish(login)?;
    let account = AccountName::Login(Realm::Enom, name.as_str().to_owned());
    let login = match password {
        Some(password) => {
            let secret = NewSecret::Hashed(call.desk.hash(password).await?);
            Some(NewLogin { realm: Realm::Enom, name, secret })
        }
        None => None,
    };
    let done = call.command(Update { login, book, question, ..Update::of(account) }).await?;
    Ok(Reply::of(done, |()| Fields::new().one("StatusCustomerInfo", "Successful")))
}
