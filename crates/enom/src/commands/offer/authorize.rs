//! `AuthorizeTLD` and `RemoveTLD`: which TLDs the account says it sells.

use engine::model::DomainName;
use engine::ops::assortment::{Add, Remove};
use engine::{Command, Field};

use super::suggest::list;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, missing};

pub(in crate::commands) async fn add(call: &Call<'_>, params: Params) -> Ended {
    let zones = read(params)?;
    changed(call, Add { zones: zones.clone() }, "authorizetld", &zones).await
}

pub(in crate::commands) async fn remove(call: &Call<'_>, params: Params) -> Ended {
    let zones = read(params)?;
    changed(call, Remove { zones: zones.clone() }, "deletetld", &zones).await
}

async fn changed<C: Command + Sync>(
    call: &Call<'_>,
    command: C,
    element: &'static str,
    zones: &[DomainName],
) -> Ended {
    let done = call.command(command).await?;
    let names: Vec<String> = zones.iter().map(DomainName::to_string).collect();
    Ok(Reply::of(done, |_| Fields::new().group("tldlist", Fields::new().list(element, element, &names))))
}

/// Several, or one.
fn read(mut params: Params) -> Result<Vec<DomainName>, engine::Refusals> {
    let names = list(&params, &["DomainList", "TLD"]);
    if names.is_empty() {
        params.add(missing("TLD", Field::Zone));
    }
    let zones = names.iter().filter_map(|name| params.take(Field::Zone, DomainName::parse(name))).collect();
    params.finish(Some(zones))
}
