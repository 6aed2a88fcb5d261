//! `PE_GetProductPrice` and its like: what something costs in a TLD. `PE_GetPremiumPricing`: what a name costs. Whoever asks is
//! the one who pays, so that the price for resellers is the only one there is.

use engine::model::{DomainName, Period};
use engine::ops::domain::Price;
use engine::ops::zone::Info;
use engine::policy::Priced;
use engine::{Field, Refusal};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, choose};
use crate::words::truth;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let what = params.need("ProductType", Field::Product, product);
    let name = params.need("TLD", Field::Zone, DomainName::parse);
    let years = params.read("Years", Field::Period, |text| Period::parse(text, false));
    let (what, name) = params.finish(what.zip(name))?;
    let done = call.glance(Info { name })?;
    Ok(Reply::of(done, |offer| {
        let years = i64::from(years.unwrap_or(Period::YEAR).years());
        let least = match what {
            Priced::Renew => offer.zone.term.renew.least,
            Priced::Create => offer.zone.term.create.least,
            Priced::Transfer | Priced::Restore | Priced::AutoRenew | Priced::Trade => 1,
        };
        // What is not sold by years costs the same for any number of them.
        let times = if matches!(what, Priced::Create | Priced::Renew) { years } else { 1 };
        let price = offer.prices.fee(what).and_then(|fee| fee.gross().times(times));
        let product = Fields::new()
            .one("price", price.map(|price| price.to_string()).unwrap_or_default())
            .one("productenabled", truth(price.is_some()))
            .one("minimumregistration", least.to_string());
        Fields::new().group("productprice", product)
    }))
}

pub(in crate::commands) async fn premium(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.glance(Price { name, period: None })?;
    Ok(Reply::of(done, |tag| {
        let fee = |what| tag.fee(what).map(|fee| fee.gross().to_string()).unwrap_or_default();
        let prices = Fields::new()
            .one("IsPremium", truth(tag.tier.is_some()))
            .one("Currency", tag.currency.code())
            .one("RegistrationPrice", fee(Priced::Create))
            .one("RenewalPrice", fee(Priced::Renew))
            .one("TransferPrice", fee(Priced::Transfer))
            .one("RestorePrice", fee(Priced::Restore));
        Fields::new().group("PremiumPricing", prices)
    }))
}

fn product(text: &str) -> Result<Priced, Refusal> {
    choose("ProductType", text, &PRODUCTS)
}

/// Numbers of products.
const PRODUCTS: [(&str, Priced); 4] =
    [("10", Priced::Create), ("16", Priced::Renew), ("17", Priced::Restore), ("19", Priced::Transfer)];
