//! `PE_GetProductPrice`: what something costs in a TLD.

use engine::ops::domain::Price;
use engine::policy::Priced;
use engine::{Field, Outcome, Refusal};

use super::period;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, joined};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let what = params.need("ProductType", Field::Command, product);
    // Any name will do: what a TLD asks for names like any other is the price.
    let name = params.need("TLD", Field::Zone, |tld| joined("any-name-like-others", tld));
    let period = period::read(&mut params);
    let (what, name) = params.finish(what.zip(name))?;
    let done = call.glance(Price { name, period })?;
    Ok(Reply::of(done, |tag| {
        let price = tag.fee(what).map(|fee| fee.gross().to_string());
        let enabled = if price.is_some() { "True" } else { "False" };
        let product = Fields::new().one("price", price.unwrap_or_default()).one("productenabled", enabled);
        Fields::new().group("productprice", product)
    }))
}

fn product(text: &str) -> Result<Priced, Refusal> {
    let found = PRODUCTS.iter().find(|(number, _)| *number == text);
    found.map(|(_, what)| *what).ok_or_else(|| {
        let choices = PRODUCTS.map(|(number, _)| number).join(", ");
        Refusal::new(Outcome::ChoiceUnknown)
            .value(text)
            .fact("choices", choices)
            .fact("parameter", "ProductType")
    })
}

/// Numbers of products.
const PRODUCTS: [(&str, Priced); 4] =
    [("10", Priced::Create), ("16", Priced::Renew), ("17", Priced::Restore), ("19", Priced::Transfer)];
