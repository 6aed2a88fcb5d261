//! `PE_GetProductPrice` and its like: what a name costs in a TLD, or its privacy. `PE_GetPremiumPricing`: what a name
//! costs. Whoever asks is the one who pays, so that the price for resellers is the only one there is.

use engine::model::{DomainName, Fee, Money, Period};
use engine::ops::domain::Price;
use engine::ops::privacy;
use engine::ops::zone::Info;
use engine::policy::Priced;
use engine::{Field, Refusal};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, choose};
use crate::words::{PRIVACY, PRIVACY_RENEWAL, truth};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    match params.need("ProductType", Field::Product, product) {
        Some(Product::Privacy) => of_privacy(call, params),
        Some(Product::Name(what)) => of_names(call, params, Some(what)),
        None => of_names(call, params, None),
    }
}

fn of_names(call: &Call<'_>, mut params: Params, what: Option<Priced>) -> Ended {
    let name = params.need("TLD", Field::Zone, DomainName::parse);
    let years = i64::from(years(&mut params).years());
    let (what, name) = params.finish(what.zip(name))?;
    let done = call.glance(Info { name })?;
    Ok(Reply::of(done, |offer| {
        let least = match what {
            Priced::Renew => offer.zone.term.renew.least,
            Priced::Create => offer.zone.term.create.least,
            Priced::Transfer | Priced::Restore | Priced::AutoRenew | Priced::Trade => 1,
        };
        // What is not sold by years costs the same for any number of them.
        let times = if matches!(what, Priced::Create | Priced::Renew) { years } else { 1 };
        told(offer.prices.fee(what).and_then(|fee| fee.gross().times(times)), least)
    }))
}

/// Privacy costs the same everywhere, where it is sold: the TLD may be left out.
fn of_privacy(call: &Call<'_>, mut params: Params) -> Ended {
    let zone = params.read("TLD", Field::Zone, DomainName::parse);
    let period = years(&mut params);
    params.finish(Some(()))?;
    let is_sold = match zone {
        Some(name) => call.glance(Info { name })?.answer.zone.privacy,
        None => true,
    };
    let done = call.glance(privacy::Price { period })?;
    Ok(Reply::of(done, |offer| told(offer.fee.filter(|_| is_sold).map(Fee::gross), offer.years.least)))
}

fn years(params: &mut Params) -> Period {
    params.read("Years", Field::Period, |text| Period::parse(text, false)).unwrap_or(Period::YEAR)
}

fn told(price: Option<Money>, least: u32) -> Fields {
    let product = Fields::new()
        .one("price", price.map(|price| price.to_string()).unwrap_or_default())
        .one("productenabled", truth(price.is_some()))
        .one("minimumregistration", least.to_string());
    Fields::new().group("productprice", product)
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

fn product(text: &str) -> Result<Product, Refusal> {
    choose("ProductType", text, &PRODUCTS)
}

/// What has a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Product {
    Name(Priced),
    Privacy,
}

/// Numbers of products, as carts tell them. Further years of privacy cost what the first did.
const PRODUCTS: [(&str, Product); 6] = [
    ("10", Product::Name(Priced::Create)),
    ("16", Product::Name(Priced::Renew)),
    ("17", Product::Name(Priced::Restore)),
    ("19", Product::Name(Priced::Transfer)),
    (PRIVACY, Product::Privacy),
    (PRIVACY_RENEWAL, Product::Privacy),
];
