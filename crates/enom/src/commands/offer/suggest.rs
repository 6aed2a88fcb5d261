//! `GetNameSuggestions`: names made of a term, in the TLDs that the account sells, which can be registered.

use engine::Field;
use engine::ops::domain::Check;

use super::sold;
use super::spin::{labels, names, unusable};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::domain::number;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let term = params.need("SearchTerm", Field::DomainName, |text| Ok(text.to_owned()));
    let most = params.read("MaxResults", Field::ListLimit, number).unwrap_or(USUAL).clamp(1, MOST) as usize;
    let (only, without) =
        (list(&params, &["OnlyTldList"]), list(&params, &["ExcludeTldList", "ExclueTldList"]));
    let term = params.finish(term)?;
    let assortment = sold::assortment(call).await?;
    let zones = call.policies().zones().filter(|zone| assortment.sells(&zone.name));
    let zones = zones.map(|zone| zone.name.to_string());
    let fits = |zone: &String| (only.is_empty() || only.contains(zone)) && !without.contains(zone);
    let zones: Vec<String> = zones.filter(fits).collect();
    let names = names(&labels(&term, true, true), &zones);
    if names.is_empty() && !zones.is_empty() {
        return Err(unusable(&term).into());
    }
    let done = call.glance(Check { most: Some(names.len()), names })?;
    Ok(Reply::of(done, |answers| {
        let free: Vec<_> = answers.iter().filter(|answer| answer.taken.is_none()).take(most).collect();
        let rows = free.iter().zip(1..).fold(Fields::new(), |fields, (answer, place)| {
            let (sld, tld) = answer.name.split_once('.').unwrap_or((&answer.name, ""));
            let cells = vec![
                ("sld", sld.to_owned()),
                ("tld", tld.to_owned()),
                ("score", (most + 1 - place).to_string()),
                ("idn", sld.starts_with("xn--").to_string()),
            ];
            fields.row("Domain", place, cells)
        });
        let count = free.len().to_string();
        rows.one("DomainSuggestionCount", count)
    }))
}

/// The TLDs of a list, if one of these parameters was sent.
pub(super) fn list(params: &Params, parameters: &[&str]) -> Vec<String> {
    let text = parameters.iter().find_map(|name| params.text(name)).unwrap_or_default();
    let parts =
        text.split([',', ' ', '\n']).map(|part| part.trim().trim_start_matches('.').to_ascii_lowercase());
    parts.filter(|part| !part.is_empty()).collect()
}

/// Suggestions unless said otherwise, and at most.
const USUAL: u32 = 20;
const MOST: u32 = 100;
