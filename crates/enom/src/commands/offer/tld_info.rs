//! `TP_GetTLDInfo`: what can be done with names of each TLD.

use engine::ops::zone::Offer;
use engine::policy::{Authority, Priced};

use super::sold;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::words::truth;

pub(in crate::commands) async fn run(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let done = sold::offers(call).await?;
    Ok(Reply::of(done, |offers| {
        let rows = offers.iter().zip(1..);
        let rows = rows.fold(Fields::new(), |fields, (offer, place)| fields.row("tld", place, cells(offer)));
        Fields::new().group("tldtable", rows)
    }))
}

fn cells(offer: &Offer) -> Vec<(&'static str, String)> {
    let zone = &offer.zone;
    let word = |is_so: bool| truth(is_so).to_owned();
    // Where registrars are tags, domains are released, not asked for.
    let transferable = zone.tags.is_none() && offer.prices.fee(Priced::Transfer).is_some();
    vec![
        ("TLD", zone.name.to_string()),
        ("Protocol", if zone.authority == Authority::Local { "Local" } else { "EPP" }.to_owned()),
        ("AbleToLock", word(zone.tags.is_none())),
        ("RealTime", word(zone.referral_days.is_none())),
        ("Transferable", word(transferable)),
        ("HasAuthInfo", word(zone.tags.is_none())),
        ("TransByAutoVeri", word(transferable)),
        ("TransByFax", word(false)),
    ]
}
