//! `GetZoneInfo`: what a zone allows, and what names cost there.

use engine::Field;
use engine::model::DomainName;
use engine::ops::zone::{Info, Offer};
use engine::policy::Priced;

use super::{name, price_columns, zone_columns};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let zone = params.required("ZONE", Field::Zone);
    let zone =
        zone.and_then(|zone| params.take(Field::Zone, DomainName::parse(zone.trim_start_matches('.'))));
    params.read("DOMAIN", Field::DomainName, name::parse);
    let name = params.finish(zone)?;
    Ok(Reply::of(call.glance(Info { name })?, |offer| told(&offer)))
}

fn told(offer: &Offer) -> Columns {
    let zone = &offer.zone;
    let flag = |set: bool| u8::from(set).to_string();
    let has_trade = offer.prices.fee(Priced::Trade).is_some();
    let columns = Columns::new()
        .one("zone", zone.name.as_str())
        .one("periods", zone_columns::periods(zone.term.create))
        .one("registrationperiods", zone_columns::periods(zone.term.create))
        .one("renewalperiods", zone_columns::periods(zone.term.renew))
        .one("transferperiods", zone.transfer.years.to_string())
        .one("periodtype", "YEAR")
        .one("autorenewgraceperioddays", zone.grace.auto_renew.to_string())
        .one("redemptionperioddays", zone.redemption.days.to_string())
        .one("authcode", "required")
        .one("rrpsupportsrenewal", flag(zone_columns::renews_any_time(zone)))
        .one("rrpsupportswhoisprivacy", "0")
        .one("supportstrustee", "0")
        .one("renewalattransfer", flag(zone.transfer.years > 0))
        .one("renewalaftertransfer", "0")
        .one("handlesupdateable", "1")
        .one("ownerchangeprocess", zone_columns::owner_change(has_trade));
    price_columns::all(columns, &offer.prices)
}
