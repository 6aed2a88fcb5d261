//! `GetBalance`: what the account has and can spend. Thousands are parted by commas, which clients take out.

use engine::model::{DomainName, Money, Window};
use engine::ops::account::Credit;
use engine::ops::zone;
use engine::policy::Priced;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::domain::portfolio;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, _: Params) -> Ended {
    let count = call.query(portfolio(None, Window { first: 0, limit: 0 })).await?.answer.total;
    let done = call.query(Credit).await?;
    Ok(Reply::of(done, |standing| {
        let fields = Fields::new()
            .one("Reseller", if call.actor().account.parent.is_none() { "1" } else { "0" })
            .one("Balance", with_commas(standing.balance))
            .one("AvailableBalance", with_commas(standing.left()));
        prices(call, fields).one("DomainCount", count.to_string())
    }))
}

/// What a year costs in zones that clients ask for by name; that of the first zone that is offered stands in front.
fn prices(call: &Call<'_>, fields: Fields) -> Fields {
    let price = |zone: &DomainName| {
        let done = call.glance(zone::Info { name: zone.clone() }).ok()?;
        Some(done.answer.prices.fee(Priced::Create)?.gross().to_string())
    };
    let first = call.policies().zones().next().and_then(|zone| price(&zone.name));
    let fields = fields.one("Price", first.unwrap_or_default());
    ZONES.into_iter().fold(fields, |fields, (field, zone)| {
        let price = DomainName::parse(zone).ok().and_then(|zone| price(&zone));
        fields.one(field, price.unwrap_or_default())
    })
}

pub(super) fn with_commas(amount: Money) -> String {
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

/// Fields of prices, and the zone of each.
const ZONES: [(&str, &str); 7] = [
    ("COMPrice", "com"),
    ("NETPrice", "net"),
    ("ORGPrice", "org"),
    ("CCPrice", "cc"),
    ("TVPrice", "tv"),
    ("BZPrice", "bz"),
    ("NUPrice", "nu"),
];

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
