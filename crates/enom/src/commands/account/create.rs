//! `CreateSubAccount` and `CreateAccount`: open an account below the account, with a login of its own and no credit yet. What
//! the second says of a card is neither kept nor charged.

use engine::model::{AddressBook, Clid, LoginName, Realm, Secret};
use engine::ops::account::NewSecret;
use engine::ops::subaccount::{NewLogin, NewQuestion, Open};
use engine::{Done, Failure, Field, Outcome, Refusal, Refusals};

use super::{book, login, question};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, params: Params) -> Ended {
    let done = Wanted::read(params)?.open(call).await?;
    Ok(Reply::of(done, |clid| Fields::new().group("NewAccount", opened(Fields::new(), &clid))))
}

/// With everything that a form would be filled with again, but for the password.
pub(in crate::commands) async fn run_with_card(call: &Call<'_>, params: Params) -> Ended {
    let wanted = Wanted::read(params)?;
    let (login, book) = (wanted.login.as_str().to_owned(), wanted.book.clone());
    let done = wanted.open(call).await?;
    Ok(Reply::of(done, |clid| {
        let fields = book.iter().fold(Fields::new(), book::told);
        let account = Fields::new().one("Reseller", "0").one("NewUID", login.as_str());
        let fields = fields
            .group("GetCustomerPaymentInfo", super::refill::no_card(Fields::new()))
            .group("GetAccountInfo", account)
            .group("GetCustomerPreferences", Fields::new().one("DefPeriod", "1"));
        Fields::new().group("NewAccount", opened(fields, &clid))
    }))
}

/// An account that is to be opened.
struct Wanted {
    login: LoginName,
    password: Secret,
    book: Option<AddressBook>,
    question: Option<NewQuestion>,
}

impl Wanted {
    fn read(mut params: Params) -> Result<Self, Refusals> {
        let login = params.need("NewUID", Field::Login, login::read);
        let password = password(&mut params);
        let book = book::read(&mut params);
        let question = question::read(&mut params);
        let (login, password) = params.finish(login.zip(password))?;
        Ok(Self { login, password, book, question })
    }

    async fn open(self, call: &Call<'_>) -> Result<Done<Clid>, Failure> {
        let Self { login: name, password, book, question } = self;
        let secret = NewSecret::Hashed(call.desk.hash(password).await?);
        let shown = name.as_str().to_owned();
        let login = NewLogin { realm: Realm::Enom, name, secret };
        call.command(Open { above: None, clid: None, name: shown, currency: None, login, book, question })
            .await
    }
}

fn opened(fields: Fields, clid: &Clid) -> Fields {
    fields.one("StatusCustomerInfo", "Successful").one("PartyID", clid.as_str()).one("Account", clid.as_str())
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
