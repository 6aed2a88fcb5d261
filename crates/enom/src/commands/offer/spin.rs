//! `NameSpinner`: first labels like another, and in which TLDs each can be registered.

use engine::model::DomainName;
use engine::ops::domain::Check;
use engine::{Field, Outcome, Refusal};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::domain::number;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let sld = params.need("SLD", Field::DomainName, |text| Ok(text.trim().to_ascii_lowercase()));
    let most = params.read("MaxResults", Field::ListLimit, number).unwrap_or(USUAL).clamp(1, MOST) as usize;
    let hyphens = params.flag("UseHyphens").unwrap_or(true);
    let numbers = params.flag("UseNumbers").unwrap_or(true);
    let sld = params.finish(sld)?;
    let mut spun = labels(&sld, hyphens, numbers);
    spun.truncate(most);
    let zones: Vec<String> = ZONES.map(str::to_owned).to_vec();
    let names = names(&spun, &zones);
    if names.is_empty() {
        return Err(unusable(&sld).into());
    }
    let done = call.glance(Check { most: Some(names.len()), names })?;
    Ok(Reply::of(done, |answers| {
        let is_free = |label: &str, zone: &str| {
            answers.iter().any(|answer| answer.taken.is_none() && answer.name == format!("{label}.{zone}"))
        };
        let rows = spun.iter().zip(0..).fold(Fields::new(), |fields, (label, place)| {
            let marks = ZONES.into_iter().zip(SCORES).flat_map(|(zone, score)| {
                let free = is_free(label, zone);
                let points = if free { BEST - place } else { 0 };
                [(zone, if free { "y" } else { "n" }.to_owned()), (score, points.to_string())]
            });
            let marks = std::iter::once(("name", label.clone())).chain(marks).collect();
            fields.xml("domain", "").marked(marks).text(format!("domain{}", place + 1), label.clone())
        });
        let told = Fields::new()
            .one("spincount", spun.len().to_string())
            .one("TLDList", ZONES.join(","))
            .group("domains", rows);
        Fields::new().group("namespin", told).one("originalsld", sld.clone())
    }))
}

/// The label itself, then with words and numbers around it.
pub(super) fn labels(term: &str, hyphens: bool, numbers: bool) -> Vec<String> {
    let words: Vec<String> =
        term.split('.').next().unwrap_or(term).split_whitespace().map(str::to_lowercase).collect();
    let whole = words.concat();
    let mut labels = vec![whole.clone()];
    if words.len() > 1 && hyphens {
        labels.push(words.join("-"));
    }
    for word in WORDS {
        labels.push(format!("{word}{whole}"));
        labels.push(format!("{whole}{word}"));
        if hyphens {
            labels.push(format!("{whole}-{word}"));
        }
    }
    if numbers {
        labels.extend(NUMBERS.map(|number| format!("{whole}{number}")));
    }
    labels
}

/// All of them in all zones; what makes no name is left out.
pub(super) fn names(labels: &[String], zones: &[String]) -> Vec<Result<DomainName, Refusal>> {
    let names = labels.iter().flat_map(|label| zones.iter().map(move |zone| format!("{label}.{zone}")));
    names.map(|name| DomainName::parse(&name)).filter(Result::is_ok).collect()
}

/// A term that no name can be made of.
pub(super) fn unusable(term: &str) -> Refusal {
    let refusal = Refusal::new(Outcome::DomainNameMalformed).at(Field::DomainName).value(term);
    refusal.fact("rule", "no name can be made of it")
}

const WORDS: [&str; 4] = ["my", "the", "online", "shop"];
const NUMBERS: [&str; 3] = ["1", "24", "365"];
/// The TLDs of which the answer tells, with the attribute for the score.
const ZONES: [&str; 4] = ["com", "net", "tv", "cc"];
const SCORES: [&str; 4] = ["comscore", "netscore", "tvscore", "ccscore"];
/// The score of the label that was asked for.
const BEST: usize = 1000;
/// Labels unless said otherwise, and at most.
const USUAL: u32 = 10;
const MOST: u32 = 99;
