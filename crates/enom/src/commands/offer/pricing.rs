//! `PE_GetRetailPricing` and `PE_GetDomainPricing`: what names cost, TLD by TLD; the first tells of privacy as well.

use engine::model::{Period, Window};
use engine::ops::privacy::{Price, PrivacyOffer};
use engine::ops::zone::Offer;
use engine::policy::Priced;

use super::sold;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::words::{PRIVACY, PRIVACY_RENEWAL};

pub(in crate::commands) async fn retail(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let privacy = call.glance(Price { period: Period::YEAR })?.answer;
    let done = sold::offers(call).await?;
    Ok(Reply::of(done, |offers| {
        let rows = offers.iter().zip(1..);
        let rows = rows
            .fold(Fields::new(), |fields, (offer, place)| fields.row("tld", place, full(offer, place - 1)));
        let rows = rows.one("count", offers.len().to_string());
        let products = [PRIVACY, PRIVACY_RENEWAL].into_iter().zip(1..);
        let rows = products
            .fold(rows, |fields, (number, place)| fields.row("product", place, service(number, &privacy)));
        Fields::new().group("pricestructure", rows)
    }))
}

/// What is no name, by its number: what it costs, and for how long.
fn service(number: &str, offer: &PrivacyOffer) -> Vec<(&'static str, String)> {
    let price = offer.fee.map(|fee| fee.gross().to_string());
    vec![
        ("cost", price.clone().unwrap_or_default()),
        ("price", price.clone().unwrap_or_default()),
        ("productenabled", price.is_some().to_string()),
        ("producttype", number.to_owned()),
        ("timebracket", "1".to_owned()),
        ("timebracketdesc", "Year".to_owned()),
    ]
}

/// The number of a TLD is its place in the list.
fn full(offer: &Offer, number: usize) -> Vec<(&'static str, String)> {
    let mut cells = vec![("tld", offer.zone.name.to_string()), ("tldid", number.to_string())];
    for (price, reseller, enabled, what) in COLUMNS {
        let fee = fee(offer, what);
        cells.push((price, fee.clone().unwrap_or_default()));
        cells.push((reseller, fee.clone().unwrap_or_default()));
        cells.push((enabled, fee.is_some().to_string()));
    }
    // Names with other letters cost the same.
    cells.push(("IDNCategory", String::new()));
    cells
}

pub(in crate::commands) async fn of_domains(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let done = sold::offers(call).await?;
    Ok(Reply::of(done, |offers| {
        let rows = offers.iter().zip(1..);
        let rows =
            rows.fold(Fields::new(), |fields, (offer, place)| fields.row("product", place, short(offer)));
        Fields::new().group("pricestructure", rows.one("count", offers.len().to_string()))
    }))
}

fn short(offer: &Offer) -> Vec<(&'static str, String)> {
    let fee = |what| fee(offer, what).unwrap_or_default();
    vec![
        ("tld", offer.zone.name.to_string()),
        ("registerprice", fee(Priced::Create)),
        ("renewprice", fee(Priced::Renew)),
        ("resellerpricerenew", fee(Priced::Renew)),
        ("transferprice", fee(Priced::Transfer)),
        ("resellerpricetran", fee(Priced::Transfer)),
    ]
}

fn fee(offer: &Offer, what: Priced) -> Option<String> {
    offer.prices.fee(what).map(|fee| fee.gross().to_string())
}

/// Price, price for resellers, whether it is sold.
const COLUMNS: [(&str, &str, &str, Priced); 4] = [
    ("registerprice", "resellerpricereg", "registerenabled", Priced::Create),
    ("renewprice", "resellerpricerenew", "renewenabled", Priced::Renew),
    ("transferprice", "resellerpricetran", "transferenabled", Priced::Transfer),
    ("rgpprice", "resellerpricergp", "rgpenabled", Priced::Restore),
];
/// More zones than are offered anywhere.
pub(super) const ALL: Window = Window { first: 0, limit: 10_000 };
