//! `Check`: whether names can be registered. One name is told plainly, several with numbers. A no is an answer, not an error.

use engine::model::DomainName;
use engine::ops::domain::{Available, Price};
use engine::policy::Priced;
use engine::{Failure, Field, Outcome, Refusal};
use outcomes::{ENOM, Operation as Name};

use crate::answer::{Ended, Reply, registry_pair};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, joined};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    if let Some(names) = several(call, &mut params) {
        return many(call, params.finish(Some(names))?).await;
    }
    let name = params.name();
    let name = params.finish(name)?;
    let (code, text) = answer(call, &name).await?;
    let fields = Fields::new().one("DomainName", name.as_str()).one("RRPCode", code).one("RRPText", text);
    Ok(Reply { fields: premium(call, &name, fields) })
}

async fn many(call: &Call<'_>, names: Vec<DomainName>) -> Ended {
    let mut fields = Fields::new();
    for (name, place) in names.iter().zip(1..) {
        let (code, text) = answer(call, name).await?;
        fields = fields
            .one(format!("Domain{place}"), name.as_str())
            .one(format!("RRPCode{place}"), code)
            .one(format!("RRPText{place}"), text);
    }
    Ok(Reply { fields: fields.one("DomainCount", names.len().to_string()) })
}

/// The names of a list, if one was sent: whole names, or TLDs for one first label. `*` and the like stand for sets of TLDs.
fn several(call: &Call<'_>, params: &mut Params) -> Option<Vec<DomainName>> {
    let parts = |list: &str| -> Vec<String> {
        let parts = list.split([',', '\n', ' ']).map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    let read: Vec<_> = if let Some(list) = params.text("DomainList") {
        parts(list).iter().map(|name| DomainName::parse(name)).collect()
    } else {
        let sld = params.text("SLD")?.to_owned();
        let tlds = match (params.text("TLDList"), params.text("TLD")) {
            (Some(list), _) => parts(list),
            (None, Some("*" | "*1" | "*2" | "@")) => offered(call),
            _ => return None,
        };
        tlds.iter().map(|tld| joined(&sld, tld)).collect()
    };
    if read.len() > MOST {
        params.add(Refusal::new(Outcome::CheckTooMany).value(read.len()).fact("limit", MOST));
    }
    Some(read.into_iter().filter_map(|name| params.take(Field::DomainName, name)).collect())
}

/// The TLDs that a wildcard stands for: the first that are offered here.
fn offered(call: &Call<'_>) -> Vec<String> {
    let mut names: Vec<String> = call.policies().zones().map(|zone| zone.name.to_string()).collect();
    names.sort_unstable();
    names.truncate(WILD);
    names
}

async fn answer(call: &Call<'_>, name: &DomainName) -> Result<(String, String), Failure> {
    let outcome = match call.query(Available { name: name.clone() }).await {
        Ok(done) => done.outcome,
        Err(Failure::Refused(refusals)) => refusals.first().outcome,
        Err(fault) => return Err(fault),
    };
    Ok(registry_pair(ENOM.row(outcome, Some(Name::DomainAvailable), None)))
}

fn premium(call: &Call<'_>, name: &DomainName, fields: Fields) -> Fields {
    let tag = call.glance(Price { name: name.clone(), period: None }).map(|done| done.answer);
    let Some(tag) = tag.ok().filter(|tag| tag.tier.is_some()) else { return fields };
    let fields = fields.one("IsPremiumName", "true");
    let prices = [
        ("PremiumPrice", Priced::Create),
        ("RegistrationFee", Priced::Create),
        ("RenewalPrice", Priced::Renew),
        ("RestorePrice", Priced::Restore),
        ("TransferPrice", Priced::Transfer),
    ];
    prices.into_iter().fold(fields, |fields, (field, what)| match tag.fee(what) {
        Some(fee) => fields.one(field, fee.gross().to_string()),
        None => fields,
    })
}

/// Names in one request.
const MOST: usize = 30;
/// TLDs that a wildcard stands for.
const WILD: usize = 5;
