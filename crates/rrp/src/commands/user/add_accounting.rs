//! `AddAccounting`: pays credit into a sub-account, or takes some back: the payment is negative then.

use engine::model::{Currency, Money};
use engine::ops::subaccount::{Direction, MoveCredit};
use engine::{Field, Outcome, Refusal};

use crate::account_name::{needed, with_login};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let account = needed(&mut params);
    // A line of the ledger has no text, and its object and its moment are not for the client to say.
    params.ignore(&["DESCRIPTION", "REFERENCE"]);
    if params.was_sent("TYPE") {
        params.choice("TYPE", &[("PAYMENT", ())]);
    }
    params.choice("VAT", &[("0", ()), ("0.00", ())]);
    let currency = call.actor().account.currency;
    check_currency(&mut params, currency);
    let payment = params.need("PAYMENT", Field::Amount, |text| payment(text, currency));
    let moved = account.clone().zip(payment);
    let moved = moved.map(|(account, (direction, minor))| MoveCredit {
        account: with_login(&account),
        direction,
        minor,
    });
    let done = call.command(params.finish(moved)?).await?;
    let columns = |balance: Money| {
        Columns::new()
            .maybe("registrar", account)
            .one("amount", balance.to_string())
            .one("currency", balance.currency.code())
    };
    Ok(Reply::of(done, columns))
}

/// Credit is moved as it is kept.
fn check_currency(params: &mut Params, own: Currency) {
    let Some(code) = params.text("CURRENCY") else { return };
    if !own.code().eq_ignore_ascii_case(&code) {
        let refusal = Refusal::new(Outcome::ChoiceUnknown).value(code).fact("choices", own.code());
        params.add(refusal.fact("parameter", "currency"));
    }
}

fn payment(text: &str, currency: Currency) -> Result<(Direction, u32), Refusal> {
    let malformed = || Refusal::new(Outcome::NumberMalformed).value(text);
    let minor = Money::parse(text.trim(), currency).ok_or_else(malformed)?.minor;
    let direction = if minor < 0 { Direction::Up } else { Direction::Down };
    Ok((direction, u32::try_from(minor.unsigned_abs()).map_err(|_| malformed())?))
}
