//! `GetRenew` and `SetRenew`: whether a domain, and its privacy, is renewed by itself.

use engine::Field;
use engine::model::RenewalMode;
use engine::ops::Together;
use engine::ops::domain::{Dossier, SetRenewalMode};
use engine::ops::mail_forwarding;
use engine::ops::privacy::SetRenewal;
use engine::ops::web_forwarding;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::zone::forwarding::ALL;
use crate::fields::Fields;
use crate::params::{Params, missing};
use crate::words::truth;

pub(in crate::commands) async fn get(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.query(Dossier { name: name.clone() }).await?;
    let held_name = Some(name);
    let mail = call.query(mail_forwarding::List { held_name: held_name.clone(), window: ALL }).await?.answer;
    let web = call.query(web_forwarding::List { held_name, window: ALL }).await?.answer;
    let is_there = |total: u64| u8::from(total > 0).to_string();
    Ok(Reply::of(done, |dossier| {
        let privacy = dossier.privacy.privacy;
        let renews = dossier.view.domain.renewal.is_some_and(RenewalMode::renews);
        let word = u8::from(renews).to_string();
        // What is sent on elsewhere costs nothing, so that it lasts as long as the domain.
        Fields::new()
            .xml("auto-renew", word.clone())
            .text("RenewName", word)
            .one("EmailFwdExists", is_there(mail.total))
            .one("URLFwdExists", is_there(web.total))
            .one("IDProtectExists", u8::from(privacy.is_some()).to_string())
            .one("IDProtectRenew", u8::from(privacy.is_some_and(|privacy| privacy.renews)).to_string())
    }))
}

pub(in crate::commands) async fn set(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    if params.text("RenewFlag").is_none() {
        params.add(missing("RenewFlag", Field::Mode));
    }
    let renews = params.flag("RenewFlag").unwrap_or_default();
    let mode = Some(if renews { RenewalMode::Automatic } else { RenewalMode::Explicit });
    let privacy_renews = params.flag("WPPSRenew");
    let set = name.map(|name| SetRenewalMode { name, mode });
    let set = params.finish(set)?;
    let done = match privacy_renews {
        Some(renews) => {
            let first = SetRenewal { name: set.name.clone(), renews };
            call.command(Together { first, then: set }).await?.map(|(_, then)| then)
        }
        None => call.command(set).await?,
    };
    let word = truth(renews);
    Ok(Reply::of(done, |_| Fields::new().one("RenewName", word).one("Success", "True")))
}
