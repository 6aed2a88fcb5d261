//! `ConvertCurrency`: what a sum is worth in another currency, by the operator's rates.

use engine::model::{Currency, Money};
use engine::{Done, Field, Outcome, Refusal};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let known = call.policies().exchange.currencies();
    let from = currency(&mut params, "FROM", &known);
    let to = currency(&mut params, "TO", &known);
    let amount = params.required("AMOUNT", Field::Amount);
    let amount = amount.zip(from).and_then(|(text, from)| params.take(Field::Amount, sum(&text, from)));
    let (amount, to) = params.finish(amount.zip(to))?;
    let converted = call.policies().exchange.convert(amount, to);
    let (worth, rate) = converted.ok_or_else(|| malformed(&amount.to_string()))?;
    Ok(Reply::of(Done::new(Outcome::PingAnswered, ()), |()| {
        Columns::new()
            .one("amount", amount.to_string())
            .one("from", amount.currency.code())
            .one("to", to.code())
            .one("converted amount", worth.to_string())
            .one("rate", rate)
    }))
}

/// One of the currencies for which there is a rate.
fn currency(params: &mut Params, name: &'static str, known: &[Currency]) -> Option<Currency> {
    let choices: Vec<_> = known.iter().map(|currency| (currency.code(), *currency)).collect();
    params.need_choice(name, Field::Currency, &choices)
}

/// # Errors
/// `number_malformed`.
fn sum(text: &str, currency: Currency) -> Result<Money, Refusal> {
    Money::parse(text.trim(), currency).ok_or_else(|| malformed(text))
}

/// Too large to be converted, or no sum.
fn malformed(text: &str) -> Refusal {
    Refusal::new(Outcome::NumberMalformed).at(Field::Amount).value(text)
}
