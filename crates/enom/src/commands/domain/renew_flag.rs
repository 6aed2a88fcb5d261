//! `GetRenew` and `SetRenew`: whether a domain is renewed by itself.

use engine::Field;
use engine::model::RenewalMode;
use engine::ops::domain::{Dossier, SetRenewalMode};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, missing};

pub(in crate::commands) async fn get(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.query(Dossier { name }).await?;
    Ok(Reply::of(done, |dossier| {
        let renews = dossier.view.domain.renewal.is_some_and(RenewalMode::renews);
        let word = u8::from(renews).to_string();
        Fields::new().xml("auto-renew", word.clone()).text("RenewName", word)
    }))
}

pub(in crate::commands) async fn set(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    if params.text("RenewFlag").is_none() {
        params.add(missing("RenewFlag", Field::Mode));
    }
    let renews = params.flag("RenewFlag").unwrap_or_default();
    let mode = Some(if renews { RenewalMode::Automatic } else { RenewalMode::Explicit });
    let set = name.map(|name| SetRenewalMode { name, mode });
    let done = call.command(params.finish(set)?).await?;
    let word = if renews { "True" } else { "False" };
    Ok(Reply::of(done, |_| Fields::new().one("RenewName", word).one("Success", "True")))
}
