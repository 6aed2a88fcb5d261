//! `Check`: whether names can be registered. One name is told plainly, several with numbers; version 2 tells prices and
//! properties beside. A no is an answer, not an error.

use engine::Outcome;
use engine::model::{Assortment, DomainName};
use engine::ops::Availability;
use engine::ops::domain::{Check, Price, PriceTag};
use engine::policy::{Priced, Zone};
use engine::{Failure, Field, Refusal};
use outcomes::{ENOM, Operation as Name};

use crate::answer::{Ended, Reply, registry_pair};
use crate::attributes::asked;
use crate::call::Call;
use crate::commands::offer::sold::assortment;
use crate::fields::Fields;
use crate::params::{Params, joined};
use crate::words::truth;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let wants = Wants::read(&mut params);
    let sold = sold(call, &params).await?;
    let names = match several(call, &mut params, sold.as_ref()) {
        Some(names) => params.finish(Some(names))?,
        None if wants.is_second => {
            let name = params.name();
            vec![params.finish(name)?]
        }
        None => {
            let name = params.name();
            return one(call, params.finish(name)?);
        }
    };
    let answers = answers(call, names)?;
    let fields = if wants.is_second { second(call, &answers, &wants) } else { many(call, &answers) };
    Ok(Reply { is_of_several: answers.len() > 1, ..Reply::new(fields) })
}

/// A name with what a registry says of it.
struct Answer {
    name: DomainName,
    code: String,
    text: String,
}

/// Which answer is wanted, and what beside it.
struct Wants {
    is_second: bool,
    prices: bool,
    properties: bool,
}

impl Wants {
    fn read(params: &mut Params) -> Self {
        Self {
            is_second: params.text("Version").is_some_and(|version| version.trim() == "2"),
            prices: params.flag("IncludePrice").unwrap_or_default(),
            properties: params.flag("IncludeProperties").unwrap_or_default(),
        }
    }
}

fn one(call: &Call<'_>, name: DomainName) -> Ended {
    let told = |fields: Fields, answer: Answer| {
        let fields = fields
            .one("DomainName", answer.name.as_str())
            .one("RRPCode", answer.code)
            .one("RRPText", answer.text);
        premium(call, &answer.name, "", fields)
    };
    Ok(Reply::new(answers(call, vec![name])?.into_iter().fold(Fields::new(), told)))
}

fn many(call: &Call<'_>, answers: &[Answer]) -> Fields {
    let mut fields = Fields::new();
    for (answer, place) in answers.iter().zip(1..) {
        fields = fields
            .one(format!("Domain{place}"), answer.name.as_str())
            .one(format!("RRPCode{place}"), answer.code.clone())
            .one(format!("RRPText{place}"), answer.text.clone());
        fields = premium(call, &answer.name, &place.to_string(), fields);
    }
    fields.one("DomainCount", answers.len().to_string())
}

fn second(call: &Call<'_>, answers: &[Answer], wants: &Wants) -> Fields {
    let told = |fields: Fields, answer: &Answer| fields.group("Domain", detailed(call, answer, wants));
    Fields::new().group("Domains", answers.iter().fold(Fields::new(), told))
}

fn detailed(call: &Call<'_>, answer: &Answer, wants: &Wants) -> Fields {
    let tag = tag(call, &answer.name);
    let is_premium = tag.as_ref().is_some_and(|tag| tag.tier.is_some());
    let fields = Fields::new()
        .one("Name", answer.name.as_str())
        .one("RRPCode", answer.code.clone())
        .one("RRPText", answer.text.clone())
        .one("IsPremium", truth(is_premium))
        .one("IsPlatinum", "False")
        .one("IsEAP", "False");
    let fields = match tag.filter(|_| wants.prices) {
        Some(tag) => fields.group("Prices", prices(&tag)),
        None => fields,
    };
    match call.zone_of(&answer.name).filter(|_| wants.properties) {
        Some(zone) => fields.group("Properties", properties(&answer.name, zone)),
        None => fields,
    }
}

fn prices(tag: &PriceTag) -> Fields {
    let fee = |what| tag.fee(what).map(|fee| fee.gross().to_string()).unwrap_or_default();
    let fields = Fields::new()
        .one("Currency", tag.currency.code())
        .one("Registration", fee(Priced::Create))
        .one("Renewal", fee(Priced::Renew))
        .one("Restore", fee(Priced::Restore))
        .one("Transfer", fee(Priced::Transfer));
    // What has to be confirmed when a premium name is bought.
    let expected = if tag.tier.is_some() { fee(Priced::Create) } else { String::new() };
    fields.one("ExpectedCustomerSuppliedPrice", expected)
}

fn properties(name: &DomainName, zone: &Zone) -> Fields {
    let shown = name.unicode();
    let (native, _) = shown.split_once('.').unwrap_or((shown.as_str(), ""));
    Fields::new()
        .one("NativeSLD", native)
        .one("MinRegYear", zone.term.create.least.to_string())
        .one("MaxRegYear", zone.term.create.most.to_string())
        // Where registrars are tags, there is nothing to lock, and domains are released, not asked for.
        .one("AbleToLock", truth(zone.tags.is_none()))
        .one("ExtAttributes", truth(!asked(zone).is_empty()))
        .one("Transferable", truth(zone.tags.is_none()))
        .one("AllowWPPS", truth(zone.privacy))
}

/// The names of a list, if one was sent: whole names, or TLDs for one first label. `*` and the like stand for sets of TLDs.
fn several(call: &Call<'_>, params: &mut Params, sold: Option<&Assortment>) -> Option<Vec<DomainName>> {
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
            (None, Some(wildcard)) => set(call, wildcard, sold?)?,
            (None, None) => return None,
        };
        tlds.iter().map(|tld| joined(&sld, tld)).collect()
    };
    if read.len() > MOST {
        params.add(Refusal::new(Outcome::CheckTooMany).value(read.len()).fact("longest", MOST));
    }
    Some(read.into_iter().filter_map(|name| params.take(Field::DomainName, name)).collect())
}

/// What the account sells, if a wildcard asks for that.
async fn sold(call: &Call<'_>, params: &Params) -> Result<Option<Assortment>, Failure> {
    match params.text("TLD").is_some_and(|tld| call.wildcards.contains_key(tld.trim())) {
        true => assortment(call).await.map(Some),
        false => Ok(None),
    }
}

/// The TLDs that a wildcard stands for: of its set those that the account sells, or the first of all if none of them is.
fn set(call: &Call<'_>, wildcard: &str, sold: &Assortment) -> Option<Vec<String>> {
    let wanted = call.wildcards.get(wildcard.trim())?;
    let zones = || call.policies().zones().filter(|zone| sold.sells(&zone.name));
    let is_offered = |tld: &&String| zones().any(|zone| zone.name.as_str() == tld.as_str());
    let set: Vec<String> = wanted.iter().filter(is_offered).cloned().collect();
    let first = || zones().take(FIRST).map(|zone| zone.name.to_string()).collect();
    Some(if set.is_empty() { first() } else { set })
}

/// What a registry says of each: one question for all.
fn answers(call: &Call<'_>, names: Vec<DomainName>) -> Result<Vec<Answer>, Failure> {
    let asked = names.iter().cloned().map(Ok).collect();
    let checked = call.glance(Check { names: asked, most: Some(MOST) })?;
    let said = |(name, checked): (DomainName, Availability)| {
        let outcome = checked.taken.map_or(Outcome::DomainAvailable, |refusal| refusal.outcome);
        let (code, text) = registry_pair(ENOM.row(outcome, Some(Name::DomainCheck), None));
        Answer { name, code, text }
    };
    Ok(names.into_iter().zip(checked.answer).map(said).collect())
}

/// What is told of a premium name beside the answer, in fields with a number behind them if there are several names.
fn premium(call: &Call<'_>, name: &DomainName, number: &str, fields: Fields) -> Fields {
    let Some(tag) = tag(call, name).filter(|tag| tag.tier.is_some()) else { return fields };
    let fields = fields.one(format!("IsPremiumName{number}"), "true");
    PREMIUM.into_iter().fold(fields, |fields, (field, what)| match tag.fee(what) {
        Some(fee) => fields.one(format!("{field}{number}"), fee.gross().to_string()),
        None => fields,
    })
}

fn tag(call: &Call<'_>, name: &DomainName) -> Option<PriceTag> {
    call.glance(Price { name: name.clone(), period: None }).ok().map(|done| done.answer)
}

/// Fields that tell what a premium name costs.
const PREMIUM: [(&str, Priced); 5] = [
    ("PremiumPrice", Priced::Create),
    ("RegistrationFee", Priced::Create),
    ("RenewalPrice", Priced::Renew),
    ("RestorePrice", Priced::Restore),
    ("TransferPrice", Priced::Transfer),
];
/// Names in one request.
const MOST: usize = 30;
/// TLDs of a server that offers none of the set.
const FIRST: usize = 5;
