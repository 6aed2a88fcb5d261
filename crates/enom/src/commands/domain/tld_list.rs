//! `GetTLDList`: the TLDs that are offered. In XML each stands in an element around another of the same name.

use engine::model::{NamePattern, Window};
use engine::ops::zone::List;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, _: Params) -> Ended {
    let done = call.glance(List { pattern: NamePattern::any(), window: Window { first: 0, limit: 1 } })?;
    Ok(Reply::of(done, |_| Fields::new().group("tldlist", told(call))))
}

fn told(call: &Call<'_>) -> Fields {
    let mut names: Vec<String> = call.policies().zones().map(|zone| zone.name.to_string()).collect();
    names.sort_unstable();
    let count = names.len().to_string();
    let fields = names.into_iter().enumerate().fold(Fields::new(), |fields, (place, name)| {
        fields
            .xml_group("tld", Fields::new().xml("tld", name.clone()))
            .text(format!("tld{}", place + 1), name)
    });
    fields.one("tldcount", count)
}
