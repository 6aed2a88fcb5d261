//! `GetNameSuggestion`: the words of a name in every zone that is offered, and which of them can be registered.

use engine::Field;
use engine::model::DomainName;
use engine::ops::domain::Check;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let text = params.text("NAME").or_else(|| params.text("KEYWORD"));
    let shows_taken = params.flag("SHOW-UNAVAILABLE").unwrap_or_default();
    params.ignore(&["LIMIT", "FIRST", "ZONE", "LANGUAGE", "TLD"]);
    if text.is_none() {
        params.add(crate::params::missing("NAME", Field::DomainName));
    }
    let text = params.finish(text)?;
    let names = names(call, &text);
    let done = call.glance(Check { most: Some(names.len()), names })?;
    Ok(Reply::of(done, |answers| {
        let shown: Vec<_> = answers.iter().filter(|answer| shows_taken || answer.taken.is_none()).collect();
        let word = |taken| if taken { "taken" } else { "available" }.to_owned();
        Columns::new()
            .one("count", shown.len().to_string())
            .many("name", shown.iter().map(|answer| answer.name.clone()).collect())
            .many("availability", shown.iter().map(|answer| word(answer.taken.is_some())).collect())
    }))
}

/// The words as they are and with hyphens between them; whatever makes no name is left out.
fn names(call: &Call<'_>, text: &str) -> Vec<Result<DomainName, engine::Refusal>> {
    let words: Vec<&str> = text.split('.').next().unwrap_or(text).split_whitespace().collect();
    let mut labels = vec![words.concat(), words.join("-")];
    labels.dedup();
    let zones: Vec<_> = call.policies().zones().map(|zone| zone.name.clone()).collect();
    let in_zones = labels.iter().flat_map(|label| zones.iter().map(move |zone| format!("{label}.{zone}")));
    in_zones.map(|name| DomainName::parse(&name)).filter(Result::is_ok).collect()
}
