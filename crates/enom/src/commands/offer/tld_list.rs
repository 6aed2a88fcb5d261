//! `GetTLDList`: the TLDs that are offered. In XML each stands in an element around another of the same name.

use engine::model::NamePattern;
use engine::ops::zone::List;

use super::pricing::ALL;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let done = call.glance(List { pattern: NamePattern::any(), window: ALL })?;
    Ok(Reply::of(done, |page| {
        let rows = page.rows.iter().zip(1..);
        let rows = rows.fold(Fields::new(), |fields, (offer, place)| {
            fields.row("tld", place, vec![("tld", offer.zone.name.to_string())])
        });
        Fields::new().group("tldlist", rows.one("tldcount", page.total.to_string()))
    }))
}
