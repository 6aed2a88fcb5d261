//! `AddContact`: a contact under a handle that is made for it. One that says the same is answered instead, unless `new=1`;
//! with `checkonly=1` nothing is created.

use engine::Outcome;
use engine::model::{HandleForm, Secret};
use engine::ops::contact::{Create, Validate};

use super::data;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::face::Face;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let details = data::details(&mut params);
    let reuse = !params.flag("NEW").unwrap_or(false);
    let is_trial = params.flag("CHECKONLY").unwrap_or(false);
    let authinfo = Secret::new(params.text("AUTH").unwrap_or_default());
    data::ignore(&mut params);
    let details = params.finish(details)?;
    if is_trial {
        let email = details.email.to_string();
        return Ok(Reply::about(call.glance(Validate { details })?, "email", email));
    }
    let form = HandleForm::Person;
    let done = call.command(Create { handle: None, zone: None, details, authinfo, form, reuse }).await?;
    let is_new = done.outcome == Outcome::ContactCreated;
    Ok(Reply::of(done, |created| {
        let columns = Columns::new().one("contact", created.handle.as_str());
        match call.face {
            Face::Cnr | Face::Rrp => columns,
            Face::Hexonet => columns.one("new", if is_new { "1" } else { "0" }).one("status", "ok"),
        }
    }))
}
