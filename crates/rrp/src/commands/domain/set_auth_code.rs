//! `SetAuthCode`: sets the authorisation code of a domain, and shows it this once. Without one in the request a new one is made
//! that nobody can guess.

use engine::model::{AuthInfo, Secret};
use engine::ops::domain::{LinkChange, Replacement, Update};
use engine::ops::{Needless, StatusChange};

use super::name;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::entity(&mut params);
    let chosen = params.text("AUTH").map(Secret::new);
    let name = params.finish(name)?;
    let secret = chosen.unwrap_or_else(|| AuthInfo::generate(call.desk.engine().entropy()).1);
    let update = Update {
        name: name.clone(),
        add: LinkChange::default(),
        remove: LinkChange::default(),
        delegation: None,
        statuses: StatusChange::default(),
        registrant: None,
        authinfo: Some(secret.clone()),
        dnssec: None,
        replace: Replacement::default(),
        needless: Needless::default(),
        opts_out: None,
    };
    let done = call.command(update).await?;
    Ok(Reply::of(done, |()| Columns::new().one("domain", name.as_str()).one("auth", secret.expose())))
}
