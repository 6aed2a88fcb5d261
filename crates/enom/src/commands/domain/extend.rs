//! `Extend`, `UpdateExpiredDomains` and `Extend_RGP`: a longer registration, of one that runs, that has expired, or that was
//! deleted and has to be restored first. `GetExtendInfo`: for how long it can be made longer.

use engine::Failure;
use engine::model::{DomainName, Goods, Period};
use engine::ops::Together;
use engine::ops::domain::{Dossier, Renew, Renewed, Restore};
use engine::ops::order::{Ordered, Place};
use engine::policy::Priced;
use outcomes::Operation as Name;

use super::period;
use crate::answer::{Ended, Reply, registry};
use crate::call::Call;
use crate::commands::premium::{Confirmed, confirm};
use crate::fields::Fields;
use crate::params::Params;
use crate::times::{moment, of_registry};
use crate::words::truth;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let (name, period) = read(call, &mut params).await?;
    let name = params.finish(name)?;
    let done = call.command(renewal(name, period)).await?;
    let outcome = done.outcome;
    Ok(Reply::of(done, |(renewed, cost)| {
        let dates = Fields::new().one("RegistryExpDate", of_registry(renewed.expires_at));
        registry(extension(call, &renewed.name), outcome, Name::DomainRenew)
            .one("UseCreditCard", "False")
            .one("TotalCharged", cost.to_string())
            .group("DomainInfo", dates)
    }))
}

pub(in crate::commands) async fn expired(call: &Call<'_>, mut params: Params) -> Ended {
    let (name, period) = read(call, &mut params).await?;
    let name = params.finish(name)?;
    let done = call.command(renewal(name, period)).await?;
    Ok(Reply::of(done, |_| {
        let told = Fields::new().one("Status", "True").one("OrderID", call.order());
        Fields::new().group("ReactivateDomainName", told)
    }))
}

pub(in crate::commands) async fn redeemed(call: &Call<'_>, mut params: Params) -> Ended {
    let (name, period) = read(call, &mut params).await?;
    let name = params.finish(name)?;
    let years = u32::from(period.unwrap_or(Period::YEAR).years());
    let line = Ordered::alone(Goods::Restore(name.clone()), years);
    let done = call.command(Place { line, command: restoration(name, period) }).await?;
    let outcome = done.outcome;
    Ok(Reply::of(done, |((_, renewed), cost): ((_, Renewed), _)| {
        let fields = extension(call, &renewed.name).one("TotalCharged", cost.to_string());
        registry(fields, outcome, Name::DomainRenew)
    }))
}

pub(in crate::commands) async fn info(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.query(Dossier { name }).await?;
    let standing = call.query(engine::ops::account::Credit).await?.answer;
    Ok(Reply::of(done, |dossier| {
        let domain = &dossier.view.domain;
        let zone = call.policies().zone(&domain.zone);
        let now = call.desk.engine().now();
        let renewal = zone.map(|zone| (zone.term.renew.least, zone.term.renew.most.min(zone.term.longest)));
        let (least, most) = renewal.unwrap_or_default();
        let longest = zone.map(|zone| now.plus_years(i64::from(zone.term.longest)));
        let fits =
            |years: &u32| longest.is_some_and(|end| domain.expires_at.plus_years(i64::from(*years)) <= end);
        let most = (least..=most).take_while(fits).last().unwrap_or_default();
        let is_held = dossier.view.statuses.iter().any(|(status, _)| status.name().ends_with("Hold"));
        Fields::new()
            .one("Expiration", moment(domain.expires_at))
            .one("MaxExtension", most.to_string())
            .one("MinAllowed", least.to_string())
            .one("RegistrarHold", truth(is_held))
            .one("Balance", standing.balance.to_string())
            .one("AvailableBalance", standing.left().to_string())
    }))
}

/// The name and for how long; a note if that costs more than usual and the price was not confirmed.
async fn read(call: &Call<'_>, params: &mut Params) -> Result<(Option<DomainName>, Option<Period>), Failure> {
    let preferred = period::preferred(call, params).await?;
    let (name, period) = (params.name(), period::read(params).or(preferred));
    if let Some(name) = &name {
        confirm(call, params, (name, period), Priced::Renew, Confirmed::IfSent);
    }
    Ok((name, period))
}

/// A restoration, which needs no report here, with a renewal.
pub(in crate::commands) fn restoration(name: DomainName, period: Option<Period>) -> Together<Restore, Renew> {
    Together {
        first: Restore { name: name.clone(), is_reported: true },
        then: Renew { name, current_expiry: None, period },
    }
}

fn renewal(name: DomainName, period: Option<Period>) -> Place<Renew> {
    let years = u32::from(period.unwrap_or(Period::YEAR).years());
    let line = Ordered::alone(Goods::Renew(name.clone()), years);
    Place { line, command: Renew { name, current_expiry: None, period } }
}

fn extension(call: &Call<'_>, name: &DomainName) -> Fields {
    Fields::new().one("Extension", "successful").one("DomainName", name.as_str()).one("OrderID", call.order())
}
