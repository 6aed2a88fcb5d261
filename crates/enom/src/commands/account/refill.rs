//! `RefillAccount` and `UpdateNotificationAmount`: more credit, and when the account is told that it needs some. No cards are
//! charged here, and none are kept.

use engine::model::{AccountName, Currency, Money};
use engine::ops::account::Credit;
use engine::ops::subaccount::Update;
use engine::{Field, Outcome, Refusal};

use super::balance::with_commas;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let debits = params.flag("Debit");
    if params.text("Debit").is_none() {
        params.add(missing("Debit", Field::Credit));
    }
    // Without data of a card, what is known of it is to be forgotten, which is nothing.
    let has_card = CARD.iter().any(|name| params.text(name).is_some());
    if debits == Some(true) && has_card {
        params.add(Refusal::new(Outcome::CardsNotTaken).at(Field::Credit));
    }
    params.finish(debits)?;
    let done = call.query(Credit).await?;
    Ok(Reply::of(done, |standing| {
        let fields = Fields::new()
            .one("Reseller", if call.actor().account.parent.is_none() { "1" } else { "0" })
            .one("Balance", with_commas(standing.balance))
            .one("AvailableBalance", with_commas(standing.left()));
        Fields::new().group("RefillAccount", no_card(fields))
    }))
}

/// What there is to tell of the card of an account.
pub(super) fn no_card(fields: Fields) -> Fields {
    TOLD.into_iter().fold(fields, |fields, name| fields.one(name, ""))
}

pub(in crate::commands) async fn notify(call: &Call<'_>, mut params: Params) -> Ended {
    let currency = call.actor().account.currency;
    let amount = params.need("NotifyAmount", Field::Credit, |text| threshold(text, currency));
    let amount = params.finish(amount)?;
    let account = AccountName::Clid(call.actor().account.clid.clone());
    let update = Update { credit_warning: Some(Some(amount)), ..Update::of(account) };
    Ok(Reply::of(call.command(update).await?, |()| Fields::new().one("Update", "Successful")))
}

/// An amount in the currency's smallest unit.
fn threshold(text: &str, currency: Currency) -> Result<u32, Refusal> {
    let amount = Money::parse(text, currency).and_then(|amount| u32::try_from(amount.minor).ok());
    amount.ok_or_else(|| Refusal::new(Outcome::NumberMalformed).value(text))
}

/// What tells that a card is to be charged.
const CARD: [&str; 3] = ["CCNumber", "CCAmount", "CCType"];
const TOLD: [&str; 11] = [
    "CCType",
    "CCName",
    "CCNumber",
    "CCMonth",
    "CCYear",
    "CCAddress",
    "CCCity",
    "CCStateProvince",
    "CCZip",
    "CCCountry",
    "CCPhone",
];
