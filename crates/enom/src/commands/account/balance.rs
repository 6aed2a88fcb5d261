//! `GetBalance`: what the account has and can spend. Thousands are parted by commas, which clients take out.

use engine::model::Money;
use engine::ops::account::Credit;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, _: Params) -> Ended {
    let done = call.query(Credit).await?;
    Ok(Reply::of(done, |standing| {
        Fields::new()
            .one("Reseller", "1")
            .one("Balance", with_commas(standing.balance))
            .one("AvailableBalance", with_commas(standing.left()))
    }))
}

fn with_commas(amount: Money) -> String {
    let text = amount.to_string();
    let (whole, rest) =
        text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut parted = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            parted.push(',');
        }
        parted.push(digit);
    }
    rest.map_or(parted.clone(), |rest| format!("{parted}.{rest}"))
}

#[cfg(test)]
mod tests {
    use engine::model::Currency;

    use super::*;

    #[test]
    fn thousands_are_parted() {
        for (minor, text) in
            [(0, "0.00"), (99_999, "999.99"), (4_261_310, "42,613.10"), (-123_456_700, "-1,234,567.00")]
        {
            assert_eq!(with_commas(Money::new(minor, Currency::Usd)), text);
        }
    }
}
